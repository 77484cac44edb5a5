package io.holdfast.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.model.Change;
import io.holdfast.model.Condition;
import io.holdfast.model.Pause;
import io.holdfast.model.Sync;
import io.holdfast.model.Verdict;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people say, and what comes of it in the passes that follow. */
class ApprovalsTest {
    private final Widget a = Widget.named("a").withSize(1);
    private final Widget b = Widget.named("b").withSize(1);
    private final Town town = new Town();

    private List<String> answers() {
        return town.poll().questions().stream()
                .map(it -> it.change().id().name() + " " + it.word() + " "
                        + it.agreeing().size() + " of " + it.required())
                .toList();
    }

    private Optional<String> voidBecause() {
        return town.poll().remarks().get(0).parts().get(0).voidBecause();
    }

    @Test
    void whatNobodyHasAnsweredIsNotMade() {
        town.declaring(a, b);

        assertThat(town.passes()).isEmpty();
        assertThat(town.pass().conditions())
                .filteredOn(it -> it.type() == Condition.Type.STALLED)
                .extracting(Condition::status, Condition::message)
                .containsExactly(
                        tuple(Condition.Status.FALSE, "nothing but what is to be approved waits for a person: 2"));
        assertThat(answers()).containsExactly("a Waiting 0 of 1", "b Waiting 0 of 1");
    }

    @Test
    void aYesToAllIsMadeToTheEnd() {
        // Given: b needs a, so that it cannot be made in the same pass by chance
        town.of(new WidgetKind().needing("b", "a")).declaring(a, b);
        town.pass();

        // When
        Hearing hearing = town.says("ana", true);

        // Then
        assertThat(hearing).isInstanceOf(Hearing.Heard.class);
        assertThat(town.passes()).containsExactly("create a", "create b");
        assertThat(town.pass().sync()).isEqualTo(Sync.SYNCED);
        assertThat(voidBecause()).hasValueSatisfying(it -> assertThat(it).contains("it is done"));
    }

    @Test
    void aYesToAMakingIsOneToItsRest() {
        // Given: the call that makes it leaves the colour out
        town.declaring(a.withColour("red")).pass();
        town.says("ana", true);
        town.cloud.beforeEachLook(() -> {
            if (town.cloud.writes().equals(List.of("create a"))) {
                town.cloud.holding(a);
            }
        });

        // When, then
        assertThat(town.passes()).containsExactly("create a", "update a [colour]");
    }

    @Test
    void aYesToAMakingIsNoneToARepair() {
        // Given
        town.declaring(a).pass();
        town.says("ana", true);
        town.passes();

        // When
        town.cloud.holding(a.withSize(5));

        // Then
        assertThat(town.passes()).containsExactly("create a");
        assertThat(answers()).containsExactly("a Waiting 0 of 1");
    }

    @Test
    void aYesToOneLeavesTheOthers() {
        town.declaring(a, b).pass();

        town.says("ana", true, "test/widget/a");

        assertThat(town.passes()).containsExactly("create a");
        assertThat(answers()).containsExactly("b Waiting 0 of 1");
    }

    @Test
    void asManyPeopleMustAgreeAsThePolicySaysAndOneIsNotTwo() {
        // Given
        town.ruledBy(2, true).declaring(a).pass();

        // When
        town.says("ana", true);
        town.says("ana", true);

        // Then
        assertThat(town.passes()).isEmpty();
        assertThat(answers()).containsExactly("a Waiting 1 of 2");
        town.says("ben", true);
        assertThat(answers()).containsExactly("a Approved 2 of 2");
        assertThat(town.passes()).containsExactly("create a");
    }

    @Test
    void whoeverWroteTheCommitIsNotHeardWhereThePolicySaysSo() {
        town.ruledBy(1, false).declaring(a).pass();

        assertThat(town.says("ana lee", true)).isInstanceOf(Hearing.Discounted.class);
        assertThat(town.says("Ana@example.com", true)).isInstanceOf(Hearing.Discounted.class);
        assertThat(town.passes()).isEmpty();
        assertThat(town.says("ben", true)).isInstanceOf(Hearing.Heard.class);
        assertThat(town.passes()).containsExactly("create a");
    }

    @Test
    void theAuthorMayAlwaysSayNo() {
        town.ruledBy(1, false).declaring(a).pass();

        assertThat(town.says("ana lee", false)).isInstanceOf(Hearing.Heard.class);
        town.says("ben", true);

        assertThat(town.passes()).isEmpty();
    }

    @Test
    void whereTheAuthorMustNotApproveAndIsNotKnownNobodyIsHeard() {
        town.ruledBy(1, false).byNobody().declaring(a).pass();

        Hearing hearing = town.says("ben", true);

        assertThat(hearing)
                .isInstanceOfSatisfying(
                        Hearing.Discounted.class,
                        it -> assertThat(it.sentence()).contains("is not known"));
        assertThat(town.passes()).isEmpty();
    }

    @Test
    void oneNoOutweighsEveryYesUntilThatPersonSaysYes() {
        // Given
        town.declaring(a).pass();
        town.says("ana", true);
        town.says("ben", false);
        town.says("cid", true);
        assertThat(town.passes()).isEmpty();
        assertThat(answers()).containsExactly("a Declined 2 of 1");

        // When
        town.says("ben", true);

        // Then
        assertThat(answers()).containsExactly("a Approved 3 of 1");
        assertThat(town.passes()).containsExactly("create a");
    }

    @Test
    void whoeverSaysNoTakesTheirOwnYesBack() {
        town.ruledBy(2, true).declaring(a).pass();
        town.says("ana", true);
        town.says("ana", false);
        town.says("ben", true);

        assertThat(town.passes()).isEmpty();
        assertThat(town.poll().remarks().get(2).parts().get(0).voidBecause())
                .hasValueSatisfying(it -> assertThat(it).startsWith("ana said otherwise at"));
    }

    @Test
    void aYesRunsOut() {
        town.declaring(a).pass();
        town.says("ana", true);
        town.clock.advance(Town.DAY);

        assertThat(town.passes()).isEmpty();
        assertThat(voidBecause()).hasValueSatisfying(it -> assertThat(it).startsWith("it held until"));
    }

    @Test
    void aYesIsVoidOnceTheCommitMoves() {
        town.declaring(a).pass();
        town.says("ana", true);

        town.at("0badcafe");

        assertThat(town.passes()).isEmpty();
        assertThat(voidBecause())
                .hasValueSatisfying(it -> assertThat(it).contains("9f2c1e7").contains("0badcafe"));
    }

    @Test
    void aYesIsVoidOnceSomethingElseIsWished() {
        town.declaring(a).pass();
        town.says("ana", true);

        town.declaring(a.withSize(2));

        assertThat(town.passes()).isEmpty();
        assertThat(voidBecause()).hasValueSatisfying(it -> assertThat(it).startsWith("something else is wished"));
    }

    @Test
    void aYesIsVoidOnceWhatIsLiveMoves() {
        // Given
        town.declaring(a);
        town.cloud.holding(a.withSize(2));
        town.pass();
        town.says("ana", true);

        // When
        town.cloud.holding(a.withSize(3));

        // Then
        assertThat(town.passes()).isEmpty();
        assertThat(voidBecause()).hasValueSatisfying(it -> assertThat(it).startsWith("what is live has moved"));
    }

    @Test
    void aYesOutlivesTheProcess() {
        town.declaring(a).pass();
        town.says("ana", true);
        town.clock.advance(Duration.ofHours(23));

        assertThat(town.passes()).containsExactly("create a");
    }

    @Test
    void aPlanThatHasMovedTakesNoWord() {
        // Given
        String seen = town.declaring(a).pass().plan().orElseThrow().id();
        town.cloud.holding(a.withSize(2));
        town.pass();

        // When
        Hearing hearing = town.says(seen, "ana", true);

        // Then
        assertThat(hearing)
                .isInstanceOfSatisfying(
                        Hearing.Outdated.class,
                        it -> assertThat(it.sentence()).contains(town.plan().id()));
        assertThat(town.poll().remarks()).isEmpty();
    }

    @Test
    void whatDoesNotAskTakesNoWord() {
        town.declaring(a).pass();

        Hearing hearing = town.says("ana", true, "test/widget/nobody");

        assertThat(hearing)
                .isInstanceOfSatisfying(
                        Hearing.Pointless.class,
                        it -> assertThat(it.sentence())
                                .contains("test/widget/nobody")
                                .contains("test/widget/a"));
    }

    @Test
    void dataIsOnlyGivenUpByName() {
        // Given
        town.of(new WidgetKind().holdingData()).declaring(a);
        town.cloud.holding(a);
        town.pass();
        town.declaring();
        strayFor(Duration.ofHours(1));

        // When
        Hearing unnamed = town.says("ana", true);

        // Then
        assertThat(unnamed)
                .isInstanceOfSatisfying(
                        Hearing.Pointless.class,
                        it -> assertThat(it.sentence()).contains("test/widget/a must be named"));
        assertThat(town.passes()).isEmpty();
        town.says("ana", true, "test/widget/a");
        assertThat(town.passes()).containsExactly("delete a");
    }

    private void strayFor(Duration time) {
        for (int i = 0; i < 3; i++) {
            town.pass();
            town.clock.advance(time);
        }
        town.pass();
    }

    @Test
    void aPauseBetweenTwoCallsOfOnePassHoldsTheSecond() {
        // Given: the look before the second call finds that somebody has paused
        town.of(new WidgetKind().needing("b", "a")).declaring(a, b).pass();
        town.says("ana", true);
        town.cloud.beforeEachLook(() -> {
            if (!town.cloud.writes().isEmpty()) {
                town.pause("test");
            }
        });

        // When
        town.passes();

        // Then
        assertThat(town.cloud.writes()).containsExactly("create a");
    }

    @Test
    void aNoBetweenTwoCallsOfOnePassHoldsTheSecond() {
        town.of(new WidgetKind().needing("b", "a")).declaring(a, b).pass();
        town.says("ana", true);
        String[] seen = {town.plan().id()};
        town.cloud.beforeEachLook(() -> {
            if (!town.cloud.writes().isEmpty()) {
                town.says(seen[0], "ben", false);
            }
        });

        town.passes();

        assertThat(town.cloud.writes()).containsExactly("create a");
    }

    @Test
    void whileItIsPausedItIsLookedAtAndNothingIsMade() {
        // Given
        town.declaring(a);
        town.cloud.holding(a);
        town.pass();
        town.pause(Pause.FLEET);

        // When
        town.cloud.holding(a.withSize(5));
        var paused = town.pass();

        // Then
        assertThat(paused.sync()).isEqualTo(Sync.OUT_OF_SYNC);
        assertThat(paused.plan().orElseThrow().changes())
                .extracting(Change::verdict)
                .extracting(Verdict::reason)
                .containsExactly("LineStopped");
        town.says("ana", true);
        assertThat(town.passes()).isEmpty();
        town.ledger.resume(Pause.FLEET);
        assertThat(town.passes()).containsExactly("update a [size]");
    }
}
