package io.holdfast.aws;

import io.holdfast.model.Fault;
import java.util.Collection;
import java.util.stream.IntStream;

/** The name of the snapshot taken last, when what holds data is deleted. */
public final class FinalSnapshot {
    /** Enough of the token that no two deletions share a name. */
    private static final int DIGITS = 12;

    /** How many a deletion that AWS begins and does not end may leave behind before a person has to look. */
    private static final int MOST = 3;

    private FinalSnapshot() {}

    /**
     * The same for every attempt, so that one whose reply was lost leads to no second snapshot; a numbered one where AWS has
     * taken that before and yet kept the resource, because what was written since then must not be lost.
     *
     * @param id of the resource, in lower case
     * @param token {@link io.holdfast.model.Removal#token()}
     * @param taken the names that are in use
     * @throws AwsFailure when AWS has taken it so often that something is wrong
     */
    public static String name(String operation, String id, String token, Collection<String> taken) {
        String first = id + "-final-" + token.substring(0, DIGITS);
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(it -> it == 1 ? first : first + "-" + it)
                .filter(it -> !taken.contains(it))
                .findFirst()
                .orElseThrow(() -> new AwsFailure(new Fault(
                        Fault.Kind.INVALID,
                        operation,
                        "DeletionNotEnding",
                        "AWS has taken " + MOST + " final snapshots (" + first + " and so on) and not deleted " + id
                                + "; look why, or delete it by hand")));
    }
}
