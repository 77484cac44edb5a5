package io.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.ledger.EventQuery;
import io.holdfast.ledger.Ledger;
import io.holdfast.reconcile.Reconciler;
import io.holdfast.report.StatusBoard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are sent again. Each one that is done leaves an event, by which it is counted. */
@QuarkusTest
@TestProfile(Locked.class)
class RepetitionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STAGING = "/api/v1/environments/staging/reconcile";

    @Inject
    Reconciler reconciler;

    @Inject
    StatusBoard board;

    @Inject
    Ledger ledger;

    /** Of this test alone, so that it can be counted. */
    private final String reason = "reason " + UUID.randomUUID();

    @BeforeEach
    void bothEnvironmentsAreThere() {
        await().atMost(PATIENCE).until(() -> {
            reconciler.tick();
            return board.all().size() == 2;
        });
    }

    private Response ask(String caller, String key, String path, String why) {
        return Callers.acting(caller)
                .header("Idempotency-Key", key)
                .body("{\"reason\": \"" + why + "\"}")
                .post(path);
    }

    private long done() {
        return List.of("staging", "production").stream()
                .flatMap(it -> ledger.events(EventQuery.newest(it, 500)).stream())
                .filter(it -> it.event().message().contains(reason))
                .count();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void whatIsSentAgainIsAnsweredAgainAndDoneOnce() {
        // Given
        String key = key();
        Response first = ask(Callers.ADMIN, key, STAGING, reason);

        // When
        Response again = ask(Callers.ADMIN, key, STAGING, reason);

        // Then
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(first.getHeader("Idempotent-Replayed")).isNull();
        assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachRequestIsDone() {
        for (int i = 0; i < 2; i++) {
            Callers.acting(Callers.ADMIN)
                    .body("{\"reason\": \"" + reason + "\"}")
                    .post(STAGING)
                    .then()
                    .statusCode(202);
        }

        assertThat(done()).isEqualTo(2);
    }

    @Test
    void aKeyBelongsToOneBodyOnePathAndOneActor() {
        // Given
        String key = key();
        ask(Callers.ADMIN, key, STAGING, reason);

        // When
        Response otherBody = ask(Callers.ADMIN, key, STAGING, reason + "!");
        Response otherPath = ask(Callers.ADMIN, key, STAGING.replace("staging", "production"), reason);
        Response otherActor = ask("operator-staging", key, STAGING, reason);

        // Then
        assertThat(otherBody.statusCode()).isEqualTo(422);
        assertThat(otherBody.contentType()).startsWith("application/problem+json");
        assertThat(otherPath.statusCode()).isEqualTo(202);
        assertThat(otherActor.statusCode()).isEqualTo(202);
        assertThat(done()).isEqualTo(3);
    }

    @Test
    void ofManyAtOnceOneIsDone() {
        // Given
        String key = key();

        // When
        List<CompletableFuture<Integer>> asking = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ask(Callers.ADMIN, key, STAGING, reason).statusCode()))
                .toList();
        Set<Integer> statuses = asking.stream().map(CompletableFuture::join).collect(Collectors.toSet());

        // Then
        assertThat(statuses).contains(202).isSubsetOf(Set.of(202, 409));
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void whatWasRefusedMaySucceedNextTime() {
        // Given
        String key = key();
        Response unreadable = Callers.acting(Callers.ADMIN)
                .header("Idempotency-Key", key)
                .body("{\"reason\": ")
                .post(STAGING);

        // When
        Response mended = ask(Callers.ADMIN, key, STAGING, reason);

        // Then
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(mended.statusCode()).isEqualTo(202);
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void aRightThatWasLostIsNotKeptByAKey() {
        // Given
        String key = key();
        ask(Callers.ADMIN, key, STAGING, reason);

        // When
        Response unknown = ask("expired", key, STAGING, reason);
        Response viewer = ask("viewer-staging", key, STAGING, reason);

        // Then
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(viewer.statusCode()).isEqualTo(403);
    }

    @Test
    void aKeyThatCouldBeMistakenIsRefused() {
        for (String strange : List.of("", "a".repeat(129), "two words", "ünïcode")) {
            assertThat(ask(Callers.ADMIN, strange, STAGING, reason).statusCode())
                    .as(strange)
                    .isEqualTo(400);
        }
        Response twice = Callers.acting(Callers.ADMIN)
                .header("Idempotency-Key", "a", "b")
                .post(STAGING);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(ask(Callers.ADMIN, "~".repeat(128), STAGING, reason).statusCode())
                .isEqualTo(202);
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void aLookNeedsNoKeyAndIgnoresOne() {
        String key = key();

        Callers.as(Callers.ADMIN)
                .header("Idempotency-Key", key)
                .get("/api/v1/status")
                .then()
                .statusCode(200);
        Callers.as(Callers.ADMIN)
                .header("Idempotency-Key", key)
                .get("/api/v1/environments")
                .then()
                .statusCode(200);
    }
}
