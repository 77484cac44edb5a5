package io.holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised to whoever repeats a request, on whichever database. */
abstract class AnswersContract {
    private static final Answer DONE = new Answer(202, Optional.of("application/json"), "{\"it\": \"is done ✓\"}");
    private static final String BODY = "0a".repeat(32);
    private static final String OTHER_BODY = "0b".repeat(32);

    private final Hand hand = new Hand();
    private JdbcLedger ledger;

    /** Where the ledger of this test is: empty before the test, and of no other test. */
    abstract LedgerSettings settings();

    @BeforeEach
    final void open() {
        ledger = new JdbcLedger(settings(), hand);
    }

    @AfterEach
    final void close() {
        ledger.close();
    }

    /** A clock that stands still until it is moved. */
    private static final class Hand extends Clock {
        private Instant now = LedgerContract.NOW;

        void on(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Answers answers() {
        return ledger.answers();
    }

    private static AnswerKey key(String name) {
        return new AnswerKey(Actor.byToken("ci"), "POST /reconcile", name);
    }

    private Claim.Yours begin(AnswerKey key) {
        return (Claim.Yours) answers().claim(key, BODY);
    }

    @Test
    void whatWasDoneIsAnsweredAgainAndNotDoneAgain() {
        // Given
        answers().keep(key("a"), begin(key("a")), DONE);

        // When
        Claim again = answers().claim(key("a"), BODY);
        Claim andAgain = answers().claim(key("a"), BODY);

        // Then
        assertThat(again).isEqualTo(new Claim.Done(DONE)).isEqualTo(andAgain);
    }

    @Test
    void anAnswerWithoutABodyIsOneToo() {
        Answer empty = new Answer(204, Optional.empty(), "");
        answers().keep(key("a"), begin(key("a")), empty);

        assertThat(answers().claim(key("a"), BODY)).isEqualTo(new Claim.Done(empty));
    }

    @Test
    void oneKeyForTwoRequestsIsAMistake() {
        // Given
        answers().keep(key("a"), begin(key("a")), DONE);
        begin(key("b"));

        // Then
        assertThat(answers().claim(key("a"), OTHER_BODY)).isEqualTo(new Claim.Different());
        assertThat(answers().claim(key("b"), OTHER_BODY)).isEqualTo(new Claim.Different());
    }

    @Test
    void theSameKeyOfAnotherActorOrForAnotherPathIsAnotherKey() {
        answers().keep(key("a"), begin(key("a")), DONE);

        AnswerKey ofAnother = new AnswerKey(Actor.byToken("ops"), "POST /reconcile", "a");
        AnswerKey ofANamesake = new AnswerKey(Actor.byOidc("ci"), "POST /reconcile", "a");
        AnswerKey elsewhere = new AnswerKey(Actor.byToken("ci"), "POST /pause", "a");

        for (AnswerKey other : List.of(ofAnother, ofANamesake, elsewhere)) {
            assertThat(answers().claim(other, BODY)).as("%s", other).isInstanceOf(Claim.Yours.class);
        }
    }

    @Test
    void ofAllWhoAskAtOnceOneIsGivenTheWork() {
        for (int round = 0; round < 5; round++) {
            // Given
            AnswerKey key = key("round-" + round);

            // When
            List<CompletableFuture<Claim>> asking = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> answers().claim(key, BODY)))
                    .toList();
            List<Claim> claims = asking.stream().map(CompletableFuture::join).toList();

            // Then
            assertThat(claims.stream().filter(Claim.Yours.class::isInstance)).hasSize(1);
            assertThat(claims.stream().filter(Claim.Underway.class::isInstance)).hasSize(5);
        }
    }

    @Test
    void whatWasReleasedMayBeDoneByTheNext() {
        answers().release(key("a"), begin(key("a")));

        assertThat(answers().claim(key("a"), OTHER_BODY)).isInstanceOf(Claim.Yours.class);
    }

    @Test
    void whoeverNeverComesBackIsGivenUpForLost() {
        // Given
        Claim.Yours lost = begin(key("a"));
        hand.on(Answers.PATIENCE.minusSeconds(1));
        assertThat(answers().claim(key("a"), BODY)).isEqualTo(new Claim.Underway());

        // When
        hand.on(Duration.ofSeconds(1));
        Claim.Yours second = begin(key("a"));
        answers().keep(key("a"), lost, DONE);
        answers().release(key("a"), lost);

        // Then: the one who was given up and comes back after all ends nothing that is another's
        assertThat(answers().claim(key("a"), BODY)).isEqualTo(new Claim.Underway());
        answers().keep(key("a"), second, DONE);
        assertThat(answers().claim(key("a"), BODY)).isEqualTo(new Claim.Done(DONE));
    }

    @Test
    void anAnswerIsKeptForADay() {
        // Given
        answers().keep(key("a"), begin(key("a")), DONE);

        // When
        hand.on(Answers.KEPT.minusSeconds(1));
        Claim inTime = answers().claim(key("a"), BODY);
        hand.on(Duration.ofSeconds(1));
        Claim tooLate = answers().claim(key("a"), BODY);

        // Then
        assertThat(inTime).isEqualTo(new Claim.Done(DONE));
        assertThat(tooLate).isInstanceOf(Claim.Yours.class);
    }

    @Test
    void theOldestAnswersOfAnActorWhoHasTooManyMakeRoom() {
        // Given
        AnswerKey ofAnother = new AnswerKey(Actor.byToken("ops"), "POST /reconcile", "kept");
        answers().keep(ofAnother, begin(ofAnother), DONE);

        // When
        for (int i = 0; i <= Answers.MOST; i++) {
            hand.on(Duration.ofMillis(1));
            answers().keep(key("k" + i), begin(key("k" + i)), DONE);
        }

        // Then
        assertThat(answers().claim(key("k" + Answers.MOST), BODY)).isEqualTo(new Claim.Done(DONE));
        assertThat(answers().claim(key("k1"), BODY)).isEqualTo(new Claim.Done(DONE));
        assertThat(answers().claim(ofAnother, BODY)).isEqualTo(new Claim.Done(DONE));
        assertThat(answers().claim(key("k0"), BODY)).isInstanceOf(Claim.Yours.class);
    }

    @Test
    void aRestartForgetsNoAnswer() {
        // Given
        answers().keep(key("a"), begin(key("a")), DONE);
        ledger.close();

        // When
        ledger = new JdbcLedger(settings(), hand);

        // Then
        assertThat(answers().claim(key("a"), BODY)).isEqualTo(new Claim.Done(DONE));
    }
}
