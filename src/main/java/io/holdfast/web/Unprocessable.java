package io.holdfast.web;

import jakarta.ws.rs.ClientErrorException;

/** What is asked for is well said, and there is nothing it could be done to; nothing was done. */
final class Unprocessable extends ClientErrorException {
    /** RFC 9110, section 15.5.21; JAX-RS has no name for it. */
    static final int STATUS = 422;

    private static final long serialVersionUID = 1L;

    /**
     * @param sentence why, for people
     */
    Unprocessable(String sentence) {
        super(sentence, STATUS);
    }
}
