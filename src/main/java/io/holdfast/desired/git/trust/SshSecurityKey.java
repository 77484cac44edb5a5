package io.holdfast.desired.git.trust;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * Keys that never leave a security key (FIDO); it signs for an application, and adds what it has counted (OpenSSH,
 * PROTOCOL.u2f). Whether it wants to be touched is its owner's affair.
 *
 * @param application what the key was made for, in hashed form
 */
@SuppressWarnings("ArrayRecordComponent") // read once out of a key, never compared
record SshSecurityKey(String type, String innerType, SshScheme inner, byte[] application) implements SshScheme {
    private static final int FLAGS_AND_COUNTER = 5;

    static SshForms.Form over(String innerType) {
        return (type, reader) -> {
            SshScheme inner = SshForms.read(innerType, reader);
            byte[] application = MessageDigest.getInstance("SHA-256").digest(reader.string());
            return new SshSecurityKey(type, innerType, inner, application);
        };
    }

    @Override
    public boolean verifies(String algorithm, byte[] message, byte[] signature, byte[] extra)
            throws GeneralSecurityException, Unreadable {
        SshScheme.expect(algorithm, type);
        if (extra.length != FLAGS_AND_COUNTER) {
            throw new Unreadable("it lacks what a security key adds");
        }
        byte[] signed = new SshWriter()
                .raw(application)
                .raw(extra)
                .raw(MessageDigest.getInstance("SHA-256").digest(message))
                .toBytes();
        return inner.verifies(innerType, signed, signature, new byte[0]);
    }
}
