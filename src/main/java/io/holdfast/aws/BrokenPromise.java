package io.holdfast.aws;

import java.io.Serial;

/** AWS answered success without a member it always sends: an emptied or foreign body, so nothing is known. */
public final class BrokenPromise extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public BrokenPromise(String member) {
        super("the answer has no " + member);
    }

    /** The value of a member that every genuine answer has. */
    public static <T> T unless(T value, String member) {
        if (value == null) {
            throw new BrokenPromise(member);
        }
        return value;
    }
}
