package io.holdfast.cli;

import io.holdfast.report.document.Json;
import java.util.function.Function;

/** In which form a document is printed that has none for a comment on a pull request. */
enum TextOrJson {
    text,
    json;

    <D> String print(D document, Function<D, String> asText) {
        return this == text ? asText.apply(document) : Json.text(document);
    }
}
