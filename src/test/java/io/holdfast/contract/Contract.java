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
import java.util.stream.Stream;

/**
 * The data of one kind's contract.
 *
 * @param prepared calls others made before there was anything of ours
 * @param spec an environment's {@code spec}, with resources of the kind in it
 * @param restHours hours that pass before each change and before each repair, where AWS wants to be left alone
 * @param later paths, by how they begin, that a second call makes after the create
 * @param undeclared what others set and {@code spec} leaves out: logical name to field path to value
 * @param changes what others then change: logical name to changes, each field path to value
 * @param byHand what others then do that no YAML can ask for: logical name to deeds
 * @param remade how others take the resource away and make another of its name: logical name to remakes
 * @param removal how a resource that is remade is taken away: logical name to calls
 * @param excused field path to the reason why nobody can change it behind our back here
 */
record Contract(
        List<Call> prepared,
        ObjectNode spec,
        int restHours,
        List<String> later,
        Map<String, Map<String, JsonNode>> undeclared,
        Map<String, List<Map<String, JsonNode>>> changes,
        Map<String, List<Deed>> byHand,
        Map<String, List<Remake>> remade,
        Map<String, List<Call>> removal,
        Map<String, String> excused) {
    static final Path FOLDER = Path.of("src/test/resources/contract");

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Contract {
        prepared = prepared == null ? List.of() : prepared;
        requireNonNull(spec, "spec");
        later = later == null ? List.of() : later;
        undeclared = undeclared == null ? Map.of() : undeclared;
        changes = changes == null ? Map.of() : changes;
        byHand = byHand == null ? Map.of() : byHand;
        remade = remade == null ? Map.of() : remade;
        removal = removal == null ? Map.of() : removal;
        excused = excused == null ? Map.of() : excused;
    }

    static String fileOf(Kind<?> kind) {
        return kind.name().segment() + ".yaml";
    }

    static Contract of(Kind<?> kind) {
        return of(kind, Map.of());
    }

    /**
     * A kind's contract where some things go by other names.
     *
     * @param names the name in the file to the name there
     */
    static Contract of(Kind<?> kind, Map<String, String> names) {
        try {
            String yaml = Files.readString(FOLDER.resolve(fileOf(kind)));
            for (var name : names.entrySet()) {
                yaml = yaml.replaceAll("\\b" + name.getKey() + "\\b", name.getValue());
            }
            return YAML.readValue(yaml, Contract.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(fileOf(kind), broken);
        }
    }

    /** The same with some fields not declared: logical name to paths. */
    Contract without(Kind<?> kind, Map<String, Set<String>> fields) {
        Sheet sheet = new Sheet(spec);
        fields.forEach((resource, paths) -> sheet.without(kind.slot(), resource, paths));
        return new Contract(
                prepared, sheet.spec(), restHours, later, undeclared, changes, byHand, remade, removal, excused);
    }

    /** The rows of the field table that are changed somewhere. */
    Set<String> covered(Kind<?> kind) {
        return rows(kind, changedPaths());
    }

    /** The rows of the field table that some paths are of. */
    static Set<String> rows(Kind<?> kind, Set<String> paths) {
        return kind.fields().paths().stream()
                .filter(row -> paths.stream().anyMatch(pattern(row).asMatchPredicate()))
                .collect(Collectors.toSet());
    }

    private Set<String> changedPaths() {
        Stream<Set<String>> changed =
                changes.values().stream().flatMap(List::stream).map(Map::keySet);
        Stream<Set<String>> done =
                byHand.values().stream().flatMap(List::stream).map(Deed::found);
        Stream<Set<String>> made =
                remade.values().stream().flatMap(List::stream).map(Remake::found);
        return Stream.of(changed, done, made)
                .flatMap(it -> it)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /** A star is one key of a map. */
    private static Pattern pattern(String row) {
        return Pattern.compile(Pattern.quote(row).replace("*", "\\E[^.]+\\Q"));
    }

    /**
     * Something done by hand.
     *
     * @param found the paths that differ afterwards
     * @param calls in order
     */
    record Deed(Set<String> found, List<Call> calls) {}

    /**
     * Another resource of the same name.
     *
     * @param with the fields in which it is declared otherwise: path to value
     * @param found the paths that differ afterwards; those of {@code with} when left out
     */
    record Remake(Map<String, JsonNode> with, Set<String> found) {
        Remake {
            found = found == null ? with.keySet() : found;
        }
    }

    /**
     * A call made by hand.
     *
     * @param call {@code service:Operation} in IAM's spelling
     * @param with the members of the request, in our spelling
     */
    record Call(String call, Map<String, Object> with) {}
}
