package io.holdfast.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.BadRequestException;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a body, and where, in words of the caller: our classes are no business of theirs. */
final class BodyTrouble {
    private static final int LONGEST = 200;

    private BodyTrouble() {}

    static String of(JsonProcessingException trouble) {
        return "the body cannot be taken" + place(trouble) + ": " + what(trouble) + "; nothing was done";
    }

    private static String place(JsonProcessingException trouble) {
        String field = trouble instanceof JsonMappingException mapping ? field(mapping) : "";
        String at = Optional.ofNullable(trouble.getLocation())
                .filter(it -> it.getLineNr() > 0)
                .map(it -> " (line " + it.getLineNr() + ", column " + it.getColumnNr() + ")")
                .orElse("");
        return (field.isEmpty() ? "" : " at " + field) + at;
    }

    private static String field(JsonMappingException trouble) {
        return trouble.getPath().stream()
                .map(it -> it.getFieldName() == null ? "[" + it.getIndex() + "]" : it.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String what(JsonProcessingException trouble) {
        if (trouble instanceof UnrecognizedPropertyException unknown) {
            return "there is no such field; there is "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList();
        }
        if (trouble.getCause() instanceof BadRequestException ours) {
            return ours.getMessage();
        }
        if (trouble instanceof JsonMappingException) {
            return "a value of another kind belongs there; /q/openapi says which";
        }
        String message = trouble.getOriginalMessage();
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }
}
