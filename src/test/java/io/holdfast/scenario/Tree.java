package io.holdfast.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A map of a YAML file that notices what nobody asked it for: a word misspelt in a scenario would test nothing. */
record Tree(String where, Map<String, Object> unread) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Tree read(Path file) throws IOException {
        return of(file.toString(), YAML.readValue(file.toFile(), Map.class));
    }

    static Tree of(String where, Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, it) -> members.put(String.valueOf(key), it));
        return new Tree(where, members);
    }

    Optional<Object> take(String key) {
        return Optional.ofNullable(unread.remove(key));
    }

    Optional<String> text(String key) {
        return take(key).map(String::valueOf);
    }

    Optional<Instant> time(String key) {
        return text(key).map(Instant::parse);
    }

    boolean isTrue(String key) {
        return take(key).filter(Boolean.TRUE::equals).isPresent();
    }

    /** A map below this one; empty where there is none. */
    Tree tree(String key) {
        return of(where + " " + key, take(key).orElse(Map.of()));
    }

    /** A list of maps below this one; empty where there is none. */
    List<Tree> trees(String key) {
        return items(key).map(it -> of(where + " " + key, it)).toList();
    }

    List<String> texts(String key) {
        return items(key).map(String::valueOf).toList();
    }

    private Stream<?> items(String key) {
        return take(key).stream().flatMap(it -> ((List<?>) it).stream());
    }

    void assertRead() {
        if (!unread.isEmpty()) {
            throw new AssertionError(where + ": nobody reads " + unread.keySet());
        }
    }
}
