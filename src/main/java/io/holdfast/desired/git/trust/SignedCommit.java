package io.holdfast.desired.git.trust;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * A commit, taken apart into what is signed and the signature.
 *
 * @param payload the commit without its signature, byte by byte as it was signed
 * @param signature in ASCII armour; absent where the commit is unsigned
 * @param committer the address of whoever made the commit, as they say
 * @param committedAt when they made it, as they say
 */
@SuppressWarnings("ArrayRecordComponent") // made here, handed to whoever verifies it, never compared
record SignedCommit(byte[] payload, Optional<String> signature, String committer, Instant committedAt) {
    private static final String HEADER = "gpgsig";

    /**
     * What a repository that names objects by SHA-256 has instead. It signs another rendering of the commit than the one we
     * hold, and git takes it out of both: it is no signature here, and not signed either.
     */
    private static final String OTHER_HEADER = "gpgsig-sha256";

    SignedCommit {
        requireNonNull(payload, "payload");
        requireNonNull(signature, "signature");
        requireNonNull(committer, "committer");
        requireNonNull(committedAt, "committedAt");
    }

    /**
     * Takes a commit apart. A signature is a header of the commit; text like one in its message is none.
     *
     * @throws Unreadable when there is no telling what was signed
     */
    static SignedCommit of(byte[] raw) throws Unreadable {
        var payload = new ByteArrayOutputStream(raw.length);
        var signature = new StringBuilder();
        int at = 0;
        int signatures = 0;
        boolean inSignature = false;
        boolean inOther = false;
        while (at < raw.length && raw[at] != '\n') {
            int next = RawParseUtils.nextLF(raw, at);
            String line = new String(raw, at, next - at, StandardCharsets.ISO_8859_1);
            boolean isContinued = line.startsWith(" ");
            if (!isContinued) {
                inSignature = line.startsWith(HEADER + " ");
                inOther = line.startsWith(OTHER_HEADER + " ");
                signatures += inSignature ? 1 : 0;
            }
            if (inSignature) {
                signature.append(isContinued ? line.substring(1) : line.substring(line.indexOf(' ') + 1));
            } else if (!inOther) {
                payload.write(raw, at, next - at);
            }
            at = next;
        }
        payload.write(raw, at, raw.length - at);
        if (signatures > 1) {
            throw new Unreadable("it carries more than one signature");
        }
        PersonIdent committer = committer(raw);
        return new SignedCommit(
                payload.toByteArray(),
                Optional.of(signature.toString()).filter(it -> !it.isBlank()),
                committer.getEmailAddress(),
                committer.getWhenAsInstant());
    }

    private static PersonIdent committer(byte[] raw) throws Unreadable {
        int at = RawParseUtils.committer(raw, 0);
        PersonIdent committer = at < 0 ? null : RawParseUtils.parsePersonIdent(raw, at);
        if (committer == null) {
            throw new Unreadable("it does not say who made it");
        }
        return committer;
    }
}
