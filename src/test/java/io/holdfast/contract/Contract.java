package io.holdfast.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.model.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The data of one kind's contract.
 *
 * @param spec an environment's {@code spec}, with resources of the kind in it
 * @param restHours hours that pass before each change and before each repair, where AWS wants to be left alone
 * @param undeclared what others set and {@code spec} leaves out: logical name to field path to value
 * @param changes what others then change: logical name to changes, each field path to value
 * @param excused field path to the reason why nobody can change it behind our back here
 */
record Contract(
        ObjectNode spec,
        int restHours,
        Map<String, Map<String, JsonNode>> undeclared,
        Map<String, List<Map<String, JsonNode>>> changes,
        Map<String, String> excused) {
    static final Path FOLDER = Path.of("src/test/resources/contract");

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Contract {
        requireNonNull(spec, "spec");
        undeclared = undeclared == null ? Map.of() : undeclared;
        changes = changes == null ? Map.of() : changes;
        excused = excused == null ? Map.of() : excused;
    }

    static String fileOf(Kind<?> kind) {
        return kind.name().segment() + ".yaml";
    }

    static Contract of(Kind<?> kind) {
        try {
            return YAML.readValue(Files.readString(FOLDER.resolve(fileOf(kind))), Contract.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(fileOf(kind), broken);
        }
    }

    /** The paths of the field table that are changed somewhere. */
    Set<String> covered(Kind<?> kind) {
        return kind.fields().paths().stream()
                .filter(path -> changedPaths().stream().anyMatch(pattern(path).asMatchPredicate()))
                .collect(Collectors.toSet());
    }

    private Set<String> changedPaths() {
        return changes.values().stream()
                .flatMap(List::stream)
                .flatMap(change -> change.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** A star is one key of a map. */
    private static Pattern pattern(String path) {
        return Pattern.compile(Pattern.quote(path).replace("*", "\\E[^.]+\\Q"));
    }
}
