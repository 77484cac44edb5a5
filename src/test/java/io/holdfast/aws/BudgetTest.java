package io.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.aws.Wire.Said;
import io.holdfast.model.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final StillTicker ticker = new StillTicker();
    private final List<String> waited = new ArrayList<>();
    private final Budget budget = new Budget(ticker, new AwsMeter() {
        @Override
        public void answered(String service, String operation, String outcome) {}

        @Override
        public void waited(String family, Duration wait) {
            waited.add(family + " " + wait.toMillis());
        }
    });

    @Test
    void aFullBucketAnswersABurstAtOnceAndThenAtItsPace() {
        // Given
        take("ecs:read", 50);
        assertThat(ticker.pauses()).isEmpty();
        // When
        take("ecs:read", 2);
        // Then
        assertThat(ticker.pauses()).containsExactly(Duration.ofMillis(50), Duration.ofMillis(50));
        assertThat(waited).containsExactly("ecs:read 50", "ecs:read 50");
    }

    @Test
    void anEmptyBucketFillsWhileNobodyAsks() {
        // Given
        take("ecs:read", 50);
        ticker.advance(Duration.ofSeconds(1));
        // When
        take("ecs:read", 20);
        // Then
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void familiesDoNotShareABucket() {
        // Given
        take("ecs:read", 50);
        // When
        take("ecs:write", 1);
        take("rds:read", 1);
        // Then
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void aThrottledFamilyGoesHalfAsFastForAMinute() {
        // Given
        budget.throttled("ecs:read");
        // When
        take("ecs:read", 1);
        ticker.advance(Duration.ofMinutes(1));
        take("ecs:read", 51);
        // Then
        assertThat(ticker.pauses()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(50));
    }

    @Test
    void aWaitThatWouldOutliveTheCallIsAFaultAndTakesNothing() {
        // Given
        StillTicker stuck = new StillTicker();
        TokenBucket bucket = new TokenBucket(1, 0.01, stuck.nanos());
        bucket.take(stuck.nanos(), Budget.LONGEST_WAIT);
        // When
        Duration refused = bucket.take(stuck.nanos(), Budget.LONGEST_WAIT);
        Duration refusedAgain = bucket.take(stuck.nanos(), Budget.LONGEST_WAIT);
        // Then
        assertThat(refused).isEqualTo(Duration.ofSeconds(100)).isEqualTo(refusedAgain);
    }

    @Test
    void aSpentBudgetIsAFaultThatNamesTheFamily() {
        // Given
        AwsMeter none = AwsMeter.none();
        Budget unmoved = new Budget(
                new Ticker() {
                    @Override
                    public long nanos() {
                        return 0;
                    }

                    @Override
                    public void pause(Duration wait) {}
                },
                none);
        for (int i = 0; i < 15; i++) {
            unmoved.take("rds:write", "rds:ModifyDBInstance");
        }
        // When
        assertThatThrownBy(() -> unmoved.take("rds:write", "rds:ModifyDBInstance"))
                // Then
                .isInstanceOfSatisfying(AwsFailure.class, failure -> {
                    assertThat(failure.fault().kind()).isEqualTo(Fault.Kind.THROTTLED);
                    assertThat(failure.fault().message()).contains("rds:write", "nothing was sent");
                });
    }

    @Test
    void aThrottledCallSlowsItsOwnFamilyOnly() {
        // Given
        Wire wire = new Wire(asked -> Said.error(400, "ThrottlingException", "Rate exceeded"));
        AwsSettings settings = wire.settings().timedBy(wire.settings().clock(), ticker);
        AwsAccess access = new AwsAccessPool(settings).of(Wire.TARGET);
        var answer = access.ecs().clusters().load("main");
        List<Duration> before = ticker.pauses();
        // When
        access.ecs().clusters().load("main");
        // Then
        assertThat(answer.trouble()).map(Fault::kind).contains(Fault.Kind.THROTTLED);
        assertThat(before).isEmpty();
        assertThat(ticker.pauses()).isNotEmpty();
    }

    private void take(String family, int times) {
        for (int i = 0; i < times; i++) {
            budget.take(family, family + "-operation");
        }
    }
}
