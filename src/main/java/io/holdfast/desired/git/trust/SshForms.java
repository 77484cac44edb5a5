package io.holdfast.desired.git.trust;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;

/** How keys of each type are read. Beside {@link SshScheme}, which would otherwise have to know its sorts to be loaded. */
final class SshForms {
    /** The types OpenSSH makes and does not warn of; DSA (ssh-dss) is not among them. */
    private static final Map<String, Form> FORMS = Map.of(
            "ssh-ed25519", SshEdwards::read,
            "ecdsa-sha2-nistp256", SshCurve::read,
            "ecdsa-sha2-nistp384", SshCurve::read,
            "ecdsa-sha2-nistp521", SshCurve::read,
            "ssh-rsa", SshRsa::read,
            "sk-ssh-ed25519@openssh.com", SshSecurityKey.over("ssh-ed25519"),
            "sk-ecdsa-sha2-nistp256@openssh.com", SshSecurityKey.over("ecdsa-sha2-nistp256"));

    private SshForms() {}

    /** How a key is read, once its type is. */
    @FunctionalInterface
    interface Form {
        SshScheme read(String type, SshReader reader) throws Unreadable, GeneralSecurityException;
    }

    static boolean isType(String text) {
        return FORMS.containsKey(text);
    }

    static SshScheme read(String type, SshReader reader) throws Unreadable {
        Form form = Optional.ofNullable(FORMS.get(type)).orElseThrow(() -> unknown(type));
        try {
            return form.read(type, reader);
        } catch (GeneralSecurityException strange) {
            throw new Unreadable("its key is none of its type", strange);
        }
    }

    private static Unreadable unknown(String type) {
        boolean isCertificate = type.contains("-cert-v0");
        return new Unreadable(
                isCertificate
                        ? "it was made with a certificate, and only plain keys are pinned here"
                        : "its type of key is not one of "
                                + String.join(
                                        ", ", FORMS.keySet().stream().sorted().toList()));
    }
}
