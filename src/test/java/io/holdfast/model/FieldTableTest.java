package io.holdfast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldTableTest {
    private final FieldTable<Widget> fields = new WidgetKind().fields();
    private final Widget bare = Widget.named("a");

    private List<String> differing(Widget desired, Widget live) {
        return fields.differences(desired, live).stream().map(Difference::path).toList();
    }

    @Test
    void aFieldLeftOutOfTheYamlNeverDrifts() {
        Widget live = bare.withSize(7)
                .withZones("x")
                .withEngine(Widget.Part.of(9))
                .withPart("p", Widget.Part.of(1))
                .withSecret("K", "v")
                .withTag("t", "v");

        assertThat(differing(bare, live)).isEmpty();
    }

    @Test
    void aDifferenceNamesItsPathImpactAndCall() {
        List<Difference> found = fields.differences(
                bare.withColour("red").withSize(2), bare.withColour("blue").withSize(1));

        assertThat(found)
                .containsExactly(
                        Difference.of(
                                "size",
                                Optional.of(Normal.of(2)),
                                Optional.of(Normal.of(1)),
                                Impact.IN_PLACE,
                                "test:ChangeWidget"),
                        Difference.of(
                                "colour", Optional.of("red"), Optional.of("blue"), Impact.IN_PLACE, "test:Paint"));
    }

    @Test
    void aRecordInsideIsComparedMemberByMember() {
        Widget desired = bare.withEngine(new Widget.Part(Optional.of(5), Optional.of(false)));

        assertThat(differing(desired, bare.withEngine(Widget.Part.of(4)))).containsExactly("engine.power");
        assertThat(differing(desired, bare)).containsExactly("engine.power");
    }

    @Test
    void inADeclaredMapWeOwnTheWhole() {
        Widget desired = bare.withPart("left", Widget.Part.of(1)).withPart("right", Widget.Part.of(2));
        Widget live = bare.withPart("left", Widget.Part.of(9)).withPart("extra", Widget.Part.of(3));

        assertThat(differing(desired, live)).containsExactly("parts.left.power", "parts.right", "parts.extra");
    }

    @Test
    void amongTagsOnlyTheDeclaredKeysAreOurs() {
        assertThat(differing(
                        bare.withTag("team", "a"), bare.withTag("team", "b").withTag("foreign", "x")))
                .containsExactly("tags.team");
    }

    @Test
    void aValueThatMayBeSecretIsComparedAndNeverShownOrKept() {
        Widget desired = bare.withSecret("KEY", "canary-1");
        Widget live = bare.withSecret("KEY", "canary-2");

        assertThat(fields.differences(desired, live))
                .singleElement()
                .satisfies(it -> assertThat(it.path()).isEqualTo("secrets.KEY"));
        assertThat(fields.differences(desired, live).toString()
                        + fields.differences(desired, bare)
                        + fields.values(desired)
                        + fields.cells(desired, Optional.of(live)))
                .doesNotContain("canary");
    }

    @Test
    void theDigestMovesWithEveryFieldAndWithNothingElse() {
        assertThat(fields.digest(bare.withZones("a", "b"))).isEqualTo(fields.digest(bare.withZones("b", "a")));
        assertThat(fields.digest(bare.withSecret("K", "1"))).isNotEqualTo(fields.digest(bare.withSecret("K", "2")));
        assertThat(fields.digest(bare.withSize(1))).isNotEqualTo(fields.digest(bare));
    }

    @Test
    void everyPathIsListed() {
        assertThat(fields.paths()).contains("size", "engine.power", "parts.*.power", "secrets.*", "tags.*");
    }

    @Test
    void everyPathIsListedWithWhatAChangeCosts() {
        assertThat(fields.costs())
                .contains(
                        new Cost("name", Impact.REPLACEMENT, false, "test:ChangeWidget"),
                        new Cost("colour", Impact.IN_PLACE, false, "test:Paint"),
                        new Cost("engine.power", Impact.ROLLOUT, false, "test:ChangePart"),
                        new Cost("parts.*", Impact.ROLLOUT, false, "test:ChangeWidget"),
                        new Cost("parts.*.spare", Impact.IN_PLACE, false, "test:ChangePart"),
                        new Cost("tags.*", Impact.IN_PLACE, false, "test:Tag"))
                .doesNotHaveDuplicates();
        assertThat(fields.costs().stream().map(Cost::path)).containsAll(fields.paths());
    }

    @Test
    void whereValuesDecideTheWorstIsListed() {
        FieldTable<Widget> table = FieldTable.<Widget>changedBy("test:ChangeWidget")
                .row(Field.<Widget>of("size", Widget::size, Impact.INTERRUPTION)
                        .costing((desired, live) -> Impact.IN_PLACE))
                .build();

        assertThat(table.costs()).containsExactly(new Cost("size", Impact.INTERRUPTION, true, "test:ChangeWidget"));
    }
}
