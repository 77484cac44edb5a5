package io.holdfast.drift;

import static io.holdfast.model.Widgets.NOON;
import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.facts;
import static io.holdfast.model.Widgets.id;
import static io.holdfast.model.Widgets.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.holdfast.model.Cause;
import io.holdfast.model.Excuse;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Observed;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Widget;
import io.holdfast.model.Widget.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of what has never been seen to agree nobody can say who moved, however often it is looked at, until somebody does. */
class NeverAgreedTest {
    private static final Widget ASKED = Widget.named("a").withSize(1).withVersion("1");
    private static final Widget FOUND = ASKED.withSize(2);

    /** Looks one after the other, each with what the one before has left behind. */
    private static final class Looks {
        private Memory memory = Memory.empty();
        private ResourceDrift last;

        Looks at(Widget asked, Widget found) {
            return at(asked, live(found));
        }

        Looks at(Widget asked, LiveState found) {
            last = DriftDetector.detect(desired(asked), found, memory, NOON)
                    .resources()
                    .get(0);
            memory = new Memory(List.of(last.memory()));
            return this;
        }

        Map<String, Cause> causes() {
            Map<String, Cause> causes = new TreeMap<>();
            last.fields().forEach(it -> causes.put(it.path(), it.cause()));
            return causes;
        }
    }

    private static Looks first(Widget asked, Widget found) {
        return new Looks().at(asked, found);
    }

    @Test
    void itStaysAFirstObservationThoughOtherFieldsAgree() {
        Looks looks = first(ASKED, FOUND);

        for (int i = 0; i < 3; i++) {
            looks.at(ASKED, FOUND);

            assertThat(looks.causes()).containsExactly(entry("size", Cause.FIRST_OBSERVATION));
            assertThat(looks.last.cause()).contains(Cause.FIRST_OBSERVATION);
            assertThat(looks.last.memory().lastApplied()).containsKey("version").doesNotContainKey("size");
        }
    }

    @Test
    void whoMovesFromThenOnIsKnownForAsLongAsItLasts() {
        Looks yaml = first(ASKED, FOUND).at(ASKED.withSize(3), FOUND);
        Looks aws = first(ASKED, FOUND).at(ASKED, FOUND.withSize(4));
        Looks both = first(ASKED, FOUND).at(ASKED.withSize(3), FOUND.withSize(4));

        for (int i = 0; i < 2; i++) {
            assertThat(yaml.causes()).containsExactly(entry("size", Cause.PENDING_CHANGE));
            assertThat(aws.causes()).containsExactly(entry("size", Cause.LIVE_DRIFT));
            assertThat(both.causes()).containsExactly(entry("size", Cause.CONFLICT));
            yaml.at(ASKED.withSize(3), FOUND);
            aws.at(ASKED, FOUND.withSize(4));
            both.at(ASKED.withSize(3), FOUND.withSize(4));
        }
        assertThat(yaml.at(ASKED, FOUND).causes())
                .as("and where it is taken back nobody has moved")
                .containsExactly(entry("size", Cause.FIRST_OBSERVATION));
    }

    @Test
    void onceSeenToAgreeAFieldIsLikeAnyOther() {
        Looks agreed = first(ASKED, FOUND).at(ASKED, ASKED);

        assertThat(agreed.last.memory().firstLook().orElseThrow().isEmpty()).isTrue();
        assertThat(agreed.at(ASKED, FOUND).causes()).containsExactly(entry("size", Cause.LIVE_DRIFT));
    }

    @Test
    void whatACommitDeclaresForTheFirstTimeStaysAPendingChange() {
        Looks looks = first(ASKED, ASKED);

        for (int i = 0; i < 3; i++) {
            looks.at(ASKED.withFloor(7), ASKED.withFloor(6));

            assertThat(looks.causes()).containsExactly(entry("floor", Cause.PENDING_CHANGE));
        }
    }

    @Test
    void whatTheYamlNoLongerDeclaresIsForgotten() {
        Looks looks = first(ASKED, FOUND).at(Widget.named("a").withVersion("1"), FOUND);

        assertThat(looks.causes()).isEmpty();
        assertThat(looks.at(ASKED, FOUND).causes())
                .as("declared anew, it is a commit that asks for it")
                .containsExactly(entry("size", Cause.PENDING_CHANGE));
    }

    @Test
    void membersThatComeAndGoAreMovesOfTheirSide() {
        Widget none = ASKED.withPart("left", Part.of(1));
        Widget one = none.withPart("right", Part.of(1));
        Widget other = none.withPart("right", Part.of(2));

        assertThat(first(one, none).at(one, none).causes())
                .containsExactly(entry("parts.right", Cause.FIRST_OBSERVATION));
        assertThat(first(none, one).at(none, one).causes())
                .containsExactly(entry("parts.right", Cause.FIRST_OBSERVATION));
        assertThat(first(one, none).at(one, other).causes())
                .containsExactly(entry("parts.right.power", Cause.LIVE_DRIFT));
        assertThat(first(none, other).at(one, other).causes())
                .containsExactly(entry("parts.right.power", Cause.PENDING_CHANGE));
        assertThat(first(one, other).at(one, none).causes()).containsExactly(entry("parts.right", Cause.LIVE_DRIFT));
        assertThat(first(one, other).at(none, other).causes())
                .containsExactly(entry("parts.right", Cause.PENDING_CHANGE));
        assertThat(first(none, none).at(none, one).at(none, one).causes())
                .as("what nobody has ever seen before is new")
                .containsExactly(entry("parts.right", Cause.LIVE_DRIFT));
    }

    @Test
    void whatAMapHoldsThatIsDeclaredOnlyNowIsForThatCommitToTakeAway() {
        Widget left = ASKED.withPart("left", Part.of(1));
        Widget both = left.withPart("right", Part.of(1));
        Looks looks = first(ASKED, both).at(left, both);

        for (int i = 0; i < 3; i++) {
            assertThat(looks.causes()).containsExactly(entry("parts.right", Cause.PENDING_CHANGE));
            looks.at(left, both);
        }
        assertThat(looks.at(left, left).at(left, both).causes())
                .as("once it was gone, somebody has put it there")
                .containsExactly(entry("parts.right", Cause.LIVE_DRIFT));
    }

    @Test
    void aMapThatIsDeclaredEmptyIsKeptEmpty() {
        Widget none = ASKED.withNoParts();
        Widget left = ASKED.withPart("left", Part.of(1));

        assertThat(first(none, ASKED).at(none, left).at(none, left).causes())
                .containsExactly(entry("parts.left", Cause.LIVE_DRIFT));
        assertThat(first(ASKED, ASKED).at(none, left).at(none, left).causes())
                .containsExactly(entry("parts.left", Cause.PENDING_CHANGE));
        assertThat(first(left, left).at(none, left).causes())
                .containsExactly(entry("parts.left", Cause.PENDING_CHANGE));
    }

    @Test
    void whatADroppedMapHeldIsForTheCommitThatDeclaresItAnew() {
        Widget left = ASKED.withPart("left", Part.of(1));
        Widget both = left.withPart("right", Part.of(1));

        assertThat(first(left, left).at(ASKED, both).at(left, both).causes())
                .containsExactly(entry("parts.right", Cause.PENDING_CHANGE));
    }

    @Test
    void aMemberThatGoesAndComesBackIsComparedWithWhatItWasAtFirst() {
        Widget both = ASKED.withPart("left", Part.of(1)).withPart("right", Part.of(1));
        Widget found = ASKED.withPart("left", Part.of(1)).withPart("right", Part.of(2));
        Widget gone = ASKED.withPart("left", Part.of(1));

        Looks back = first(both, found).at(both, gone).at(both, found);

        assertThat(back.causes()).containsExactly(entry("parts.right.power", Cause.FIRST_OBSERVATION));
    }

    @Test
    void aSecretIsComparedWithoutBeingKept() {
        Widget asked = ASKED.withSecret("K", "hunter2");
        Widget found = ASKED.withSecret("K", "swordfish");

        Looks looks = first(asked, found).at(asked, found);

        assertThat(looks.causes()).containsExactly(entry("secrets.K", Cause.FIRST_OBSERVATION));
        assertThat(looks.last.memory().toString()).doesNotContain("hunter2", "swordfish");
        assertThat(looks.at(asked, ASKED.withSecret("K", "new")).causes())
                .containsExactly(entry("secrets.K", Cause.LIVE_DRIFT));
    }

    @Test
    void whatWasExplainedAwayIsFirstComparedWhenTheExplanationEnds() {
        Excuse excuse = Excuse.delegated("size", "somebody else's");
        LiveState excused =
                live(Map.of("a", Observed.present(FOUND, facts(FOUND).excused(List.of(excuse)))));

        Looks looks = new Looks().at(ASKED, excused).at(ASKED, FOUND.withSize(9));

        for (int i = 0; i < 2; i++) {
            assertThat(looks.causes()).containsExactly(entry("size", Cause.FIRST_OBSERVATION));
            looks.at(ASKED, FOUND.withSize(9));
        }
    }

    @Test
    void whatIsMadeAnewIsLookedAtForTheFirstTime() {
        LiveState gone = live(Map.of("a", Observed.absent()));

        Looks looks = first(ASKED, FOUND).at(ASKED, gone).at(ASKED, FOUND.withSize(3));

        assertThat(looks.causes()).containsExactly(entry("size", Cause.FIRST_OBSERVATION));
    }

    @Test
    void aLookThatFailedChangesNothing() {
        Looks looks = first(ASKED, FOUND).at(ASKED, live(Map.of())).at(ASKED, FOUND);

        assertThat(looks.causes()).containsExactly(entry("size", Cause.FIRST_OBSERVATION));
    }

    @Test
    void oneFieldNobodyCanExplainHidesNobodysMove() {
        Looks aws = first(ASKED, FOUND).at(ASKED, FOUND.withVersion("2"));
        Looks yaml = first(ASKED, FOUND).at(ASKED.withVersion("2"), FOUND);

        assertThat(aws.causes())
                .containsExactly(entry("size", Cause.FIRST_OBSERVATION), entry("version", Cause.LIVE_DRIFT));
        assertThat(aws.last.cause()).contains(Cause.LIVE_DRIFT);
        assertThat(yaml.last.cause()).contains(Cause.PENDING_CHANGE);
    }

    @Test
    void whereItWasNotKeptNobodyGuesses() {
        Looks looks = first(ASKED, FOUND);
        Remembered kept = looks.last.memory();
        looks.memory = new Memory(List.of(kept.seen(kept.arn(), kept.lastApplied(), Optional.empty(), kept.since())));

        for (int i = 0; i < 2; i++) {
            looks.at(ASKED, FOUND);

            assertThat(looks.causes()).containsExactly(entry("size", Cause.FIRST_OBSERVATION));
        }
        assertThat(looks.last.memory()).isEqualTo(kept);
        assertThat(id("a")).isEqualTo(kept.id());
    }
}
