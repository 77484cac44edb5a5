package io.holdfast.desired.git.trust;

import java.security.GeneralSecurityException;
import java.util.Optional;

/** What one sort of SSH key does; the JDK does the arithmetic. */
interface SshScheme {
    /** Whether a signature is right; see {@link SshKey#verifies}. */
    boolean verifies(String algorithm, byte[] message, byte[] signature, byte[] extra)
            throws GeneralSecurityException, Unreadable;

    /** Why a key of this sort is too weak; absent for one that is not. */
    default Optional<String> weakness() {
        return Optional.empty();
    }

    /** A security key adds something to its signatures; nobody else does. */
    static void nothing(byte[] extra) throws Unreadable {
        new SshReader(extra).end();
    }

    static void expect(String algorithm, String own) throws Unreadable {
        if (!algorithm.equals(own)) {
            throw new Unreadable("its algorithm is not its key's");
        }
    }
}
