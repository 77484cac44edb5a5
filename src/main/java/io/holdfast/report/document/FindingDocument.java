package io.holdfast.report.document;

import java.util.Optional;

/**
 * One mistake in a desired state.
 *
 * @param code its sort; stable
 * @param file where it stands, as whoever asked named the folder; ends in a slash where it is about a folder
 * @param line from 1; 1 where it is about the whole file
 * @param column from 1
 * @param path the keys that lead to it, dotted; empty where it is about the file itself
 * @param message what is wrong, in a clause
 * @param found the source text in question; absent where it says nothing more, or may be a secret
 * @param allowed what may stand there instead
 * @param didYouMean what was probably meant
 */
public record FindingDocument(
        String code,
        String file,
        int line,
        int column,
        String path,
        String message,
        Optional<String> found,
        Optional<String> allowed,
        Optional<String> didYouMean) {
    /** The place as a compiler writes it. */
    public String place() {
        return file + ":" + line + ":" + column;
    }
}
