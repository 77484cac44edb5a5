package io.holdfast.desired.git.trust;

import java.util.Optional;

/** How strong a key must be. */
final class Strength {
    /** Below this, breaking a key is a matter of money (NIST SP 800-57, 112 bits of security). */
    static final int RSA_BITS = 2048;

    private Strength() {}

    /** What is wrong with an RSA key of so many bits. */
    static Optional<String> ofRsa(int bits) {
        return bits >= RSA_BITS
                ? Optional.empty()
                : Optional.of("its RSA key has " + bits + " bits, and at least " + RSA_BITS + " are needed");
    }
}
