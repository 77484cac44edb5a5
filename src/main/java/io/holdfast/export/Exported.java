package io.holdfast.export;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of an export.
 *
 * @param yaml the environment's file; empty where there was nothing to write
 * @param left what was seen and is not in the file, or not whole, each in a sentence that says why
 * @param missing why the question itself is wrong: names of what is not there, or credentials of another account
 * @param notSeen what could not be looked at; without any, the file is all there is
 */
public record Exported(String yaml, List<String> left, List<String> missing, List<String> notSeen) {
    public Exported {
        requireNonNull(yaml, "yaml");
        left = List.copyOf(left);
        missing = List.copyOf(missing);
        notSeen = List.copyOf(notSeen);
    }

    /** A question that was not even asked of AWS. */
    static Exported refused(String why) {
        return new Exported("", List.of(), List.of(why), List.of());
    }
}
