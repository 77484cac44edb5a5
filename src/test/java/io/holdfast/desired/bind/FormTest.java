package io.holdfast.desired.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.desired.form.About;
import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.form.Key;
import io.holdfast.model.NotWritten;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {
    private static final Bounds INT = Bounds.of(Integer.MIN_VALUE, Integer.MAX_VALUE);

    enum Color {
        RED,
        BLUE
    }

    record Inner(@Min(1) int number) {}

    record Thing(
            String text,

            @Size(max = 9) @Pattern(regexp = "[a-z]+", message = "small letters") @Pattern(regexp = ".*b.*")
            String word,

            Optional<@Min(0) Integer> count,
            Optional<@Min(3) @Max(100) Double> share,
            Optional<Long> large,
            Optional<Boolean> on,
            Optional<Color> color,
            Optional<@Size(min = 1) List<@Size(max = 3) String>> list,
            @Size(max = 50) Optional<Map<@Size(min = 1) String, Inner>> map,
            @NotWritten Optional<String> told) {}

    record Unchecked(@Min(1) boolean on) {}

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("text", true, Form.Text.ANY),
                Arguments.of(
                        "word",
                        true,
                        new Form.Text(
                                most(9),
                                List.of(new Form.Rule("[a-z]+", "small letters"), new Form.Rule(".*b.*", "")))),
                Arguments.of("count", false, new Form.Whole(Bounds.of(0, Integer.MAX_VALUE))),
                Arguments.of("share", false, new Form.Decimal(Bounds.of(3, 100))),
                Arguments.of("large", false, new Form.Whole(Bounds.of(Long.MIN_VALUE, Long.MAX_VALUE))),
                Arguments.of("on", false, new Form.Truth()),
                Arguments.of("color", false, new Form.Words(List.of("RED", "BLUE"))),
                Arguments.of("list", false, new Form.Items(new Form.Text(most(3), List.of()), least(1))),
                Arguments.of(
                        "map",
                        false,
                        new Form.Names(
                                new Form.Text(least(1), List.of()),
                                new Form.Keys(
                                        About.type(Inner.class),
                                        List.of(new Key(
                                                "number",
                                                new About(Inner.class, "number"),
                                                true,
                                                new Form.Whole(
                                                        Bounds.of(1, INT.most().orElseThrow()))))),
                                most(50))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aComponentTellsWhatItTakes(String name, boolean required, Form form) {
        // Given a record with a component of every sort, when it is asked, then
        assertThat(Binder.of(Thing.class).form().keys())
                .contains(new Key(name, new About(Thing.class, name), required, form));
    }

    @Test
    void whatNobodyCanWriteIsNotAmongWhatIsTold() {
        // Given
        Binder<Thing> binder = Binder.of(Thing.class);

        // When
        List<String> told = binder.form().keys().stream().map(Key::name).toList();

        // Then
        assertThat(told).isEqualTo(binder.keys()).doesNotContain("told");
    }

    @Test
    void aLimitThatCannotLimitAnythingIsOurMistake() {
        // Given a limit of numbers on a truth value, when it is to be told, then
        assertThatThrownBy(() -> Binder.of(Unchecked.class).form()).isInstanceOf(IllegalStateException.class);
    }

    private static Bounds least(long least) {
        return new Bounds(Optional.of(least), Optional.empty());
    }

    private static Bounds most(long most) {
        return new Bounds(Optional.empty(), Optional.of(most));
    }
}
