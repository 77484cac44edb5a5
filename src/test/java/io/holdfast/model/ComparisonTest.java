package io.holdfast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
    private static final Comparison STRATEGY = Comparison.unordered(Map.of("weight", 0, "base", 0));

    static Stream<Arguments> same() {
        return Stream.of(
                Arguments.of("numbers of another type", Comparison.exact(), 70, 70.0),
                Arguments.of("zeroes of another scale", Comparison.exact(), 0, 0.00),
                Arguments.of("letters of another case", Comparison.ignoringCase(), "Sun:06:00", "sun:06:00"),
                Arguments.of("case inside a list", Comparison.ignoringCase(), List.of("A"), List.of("a")),
                Arguments.of("another order", Comparison.unordered(), List.of("b", "a"), List.of("a", "b")),
                Arguments.of("a member twice", Comparison.unordered(), List.of("a", "a"), List.of("a")),
                Arguments.of("an empty list and none", Comparison.unordered(), List.of(), null),
                Arguments.of("an empty text and none", Comparison.exact().emptyIsAbsent(), "", null),
                Arguments.of(
                        "defaults AWS echoes",
                        STRATEGY,
                        List.of(Map.of("capacityProvider", "FARGATE")),
                        List.of(Map.of("capacityProvider", "FARGATE", "weight", 0, "base", 0))),
                Arguments.of("a minor below a major", Comparison.version(), "15", "15.8"),
                Arguments.of("any segment", Comparison.version(), "7.x", "7.1.0"),
                Arguments.of("storage AWS has grown", Comparison.atLeast(), 100, 120),
                Arguments.of("a default left out live", Comparison.exact().defaultsTo(false), false, null),
                Arguments.of("the sentinel", Comparison.exact().anyFor("LATEST"), "LATEST", "1.4.0"));
    }

    static Stream<Arguments> different() {
        return Stream.of(
                Arguments.of("another number", Comparison.exact(), 1, 2),
                Arguments.of("nothing live", Comparison.exact(), "a", null),
                Arguments.of("zero is a value, not nothing", Comparison.exact(), 0, null),
                Arguments.of(
                        "another order where it means something", Comparison.exact(), List.of(1, 2), List.of(2, 1)),
                Arguments.of("an extra member", Comparison.unordered(), List.of("a"), List.of("a", "b")),
                Arguments.of("an empty list and one that is not", Comparison.unordered(), List.of(), List.of("a")),
                Arguments.of(
                        "a weight that is not the default",
                        STRATEGY,
                        List.of(Map.of("capacityProvider", "FARGATE")),
                        List.of(Map.of("capacityProvider", "FARGATE", "weight", 1))),
                Arguments.of("a version whose text begins alike", Comparison.version(), "15.1", "15.10"),
                Arguments.of("a longer version", Comparison.version(), "15.8.1", "15.8"),
                Arguments.of("storage that is too small", Comparison.atLeast(), 100, 99),
                Arguments.of("what is not the default", Comparison.exact().defaultsTo(false), true, null),
                Arguments.of("a concrete word and another", Comparison.exact().anyFor("LATEST"), "1.3.0", "1.4.0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("same")
    void countAsTheSame(String what, Comparison rule, Object desired, Object live) {
        assertThat(holds(rule, desired, live)).as(what).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("different")
    void countAsDifferent(String what, Comparison rule, Object desired, Object live) {
        assertThat(holds(rule, desired, live)).as(what).isFalse();
    }

    private static boolean holds(Comparison rule, Object desired, Object live) {
        return rule.holds(rule.normal(desired), Optional.ofNullable(live).map(rule::normal));
    }
}
