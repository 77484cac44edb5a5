package io.holdfast.desired.git.trust;

/** Which commits must be signed before they come into force. */
public enum TrustMode {
    /** None: whoever may push is trusted. */
    OFF,
    /** The one that is to come into force. Its signer vouches for what lies before it. */
    HEAD,
    /** Every one since the last that was accepted, those that a merge brings in included. */
    EVERY
}
