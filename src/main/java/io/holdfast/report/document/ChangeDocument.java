package io.holdfast.report.document;

import io.holdfast.model.Change;
import java.util.List;
import java.util.Optional;

/**
 * What is planned about one resource.
 *
 * @param action {@code create}, {@code update}, {@code adopt}, {@code replace} or {@code delete}
 * @param calls the AWS calls it takes, in order
 * @param verdict {@code Proceed}, {@code NeedsApproval} or {@code Hold}
 * @param why why not, for people; absent when it may proceed
 */
public record ChangeDocument(String action, List<String> calls, String verdict, Optional<String> why) {
    static ChangeDocument of(Change change) {
        return new ChangeDocument(
                change.action().word(), change.calls(), change.verdict().word(), why(change));
    }

    static Optional<String> why(Change change) {
        return Optional.of(change.verdict().sentence()).filter(it -> !it.isEmpty());
    }
}
