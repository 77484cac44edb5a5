package io.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.reconcile.Histories.Answer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RewriteApiTest {
    @Test
    void whatIsNotDoneIsSaidWithTheStatusThatFits() {
        // When
        Map<Answer, Integer> statuses = new TreeMap<>();
        for (Answer answer : Answer.values()) {
            RewriteApi.refusal(answer)
                    .ifPresent(it -> statuses.put(answer, it.getResponse().getStatus()));
        }

        // Then
        assertThat(statuses)
                .isEqualTo(Map.of(Answer.NOTHING_HELD, 409, Answer.OTHER_HEAD, 409, Answer.UNAVAILABLE, 503));
        assertThat(RewriteApi.refusal(Answer.UNAVAILABLE).orElseThrow())
                .hasMessage("the ledger takes no write, so that nothing was changed");
    }
}
