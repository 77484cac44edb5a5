package io.holdfast.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.extend.Extension;
import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.form.Key;
import io.holdfast.model.Kind;
import io.holdfast.model.Revision;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentFormTest {
    /** A key nobody has. */
    private static final String STRANGER = "qqqqqq";

    static Stream<List<Kind<?>>> kinds() {
        return Stream.of(TestKinds.all(), Kinds.all());
    }

    /**
     * One file with a stranger in each map of our keys is read; each time the reader says what is allowed instead. A key
     * that is read by somebody the form does not know of would be among that.
     */
    @ParameterizedTest
    @MethodSource("kinds")
    void whatTheFormNamesIsExactlyWhatTheReaderAllows(List<Kind<?>> kinds) {
        // Given
        Form.Keys form = EnvironmentForm.of(kinds);
        Map<String, Set<String>> told = new TreeMap<>();
        String file = yaml(form, "", told);
        told.get("").remove(Extension.KEY); // It is taken out before the keys are looked at.

        // When
        Map<String, Set<String>> allowed = read(file, kinds).stream()
                .filter(it -> it.code() == Code.SCHEMA_UNKNOWN)
                .collect(Collectors.toMap(
                        EnvironmentFormTest::map, EnvironmentFormTest::allowed, (one, other) -> one, TreeMap::new));

        // Then
        assertThat(text(allowed)).isEqualTo(text(told));
    }

    private static String text(Map<String, Set<String>> keys) {
        return keys.entrySet().stream().map(it -> it + "\n").collect(Collectors.joining());
    }

    private static String map(Finding finding) {
        String suffix = finding.path().contains(".") ? "." + STRANGER : STRANGER;
        return finding.path().substring(0, finding.path().length() - suffix.length());
    }

    private static Set<String> allowed(Finding finding) {
        return new TreeSet<>(Arrays.asList(finding.allowed().orElseThrow().split(", ")));
    }

    /** A file with a stranger everywhere, in flow style; and by path what the form names there. */
    private static String yaml(Form form, String path, Map<String, Set<String>> told) {
        if (form instanceof Form.Items items) {
            return "[" + yaml(items.item(), path + "[0]", told) + "]";
        }
        if (form instanceof Form.Names names) {
            String name = name(names.name());
            return "{" + name + ": " + yaml(names.value(), path + "." + name, told) + "}";
        }
        if (!(form instanceof Form.Keys keys)) {
            return "x";
        }
        told.put(path, keys.keys().stream().map(Key::name).collect(Collectors.toCollection(TreeSet::new)));
        return keys.keys().stream()
                .filter(key -> isMap(key.form()))
                .map(key -> key.name() + ": "
                        + yaml(key.form(), path.isEmpty() ? key.name() : path + "." + key.name(), told))
                .collect(Collectors.joining(",\n", "{" + STRANGER + ": 1,\n", "}"));
    }

    /** A name that may stand there: the first of those that are listed, where they are. */
    private static String name(Form.Text form) {
        return form.rules().stream()
                .map(rule -> rule.regexp().split("\\|", -1)[0])
                .filter(word -> word.matches("[a-z-]+"))
                .findFirst()
                .orElse("name");
    }

    /** Whether keys of ours stand in it, at whatever depth. */
    private static boolean isMap(Form form) {
        return form instanceof Form.Keys
                || (form instanceof Form.Items items && isMap(items.item()))
                || (form instanceof Form.Names names && isMap(names.value()));
    }

    private static List<Finding> read(String yaml, Collection<Kind<?>> kinds) {
        Sources sources = new Sources(
                "staging", Revision.of("sha256:0"), "staging.yaml", new TreeMap<>(Map.of("staging.yaml", yaml)));
        return new EnvironmentReader(kinds).read(Draft.of(sources)).findings();
    }
}
