package io.holdfast.cli;

import io.holdfast.report.document.Json;
import java.util.List;
import java.util.function.Function;

/** In which form documents are printed. */
enum Shown {
    text,
    json,
    markdown;

    /**
     * One document as it is; several one after the other, or as a JSON list.
     *
     * @param about what a comment on a pull request is known by from one run to the next
     */
    <D> String print(List<D> documents, Function<D, String> asText, Function<D, String> asMarkdown, String about) {
        return switch (this) {
            case text -> String.join("\n", documents.stream().map(asText).toList());
            case markdown ->
                Comment.marked(
                        about,
                        String.join("\n", documents.stream().map(asMarkdown).toList()));
            case json -> Json.text(documents.size() == 1 ? documents.get(0) : documents);
        };
    }
}
