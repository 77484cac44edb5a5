package io.holdfast.estate;

import static io.holdfast.estate.Wish.ENVIRONMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Change;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Verdict;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.sandbox.CallLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only another resource can have. */
class ReplaceTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Estate estate;
    private Console console;

    @BeforeEach
    void begin() {
        estate = new Estate(folder);
        console = new Console(estate.sandbox());
    }

    private void commit(Wish wish) {
        estate.declare("whole.yaml", wish.yaml());
    }

    private void settled(Wish wish) {
        commit(wish);
        estate.converge(ENVIRONMENT, 30, Duration.ofMinutes(4));
        estate.sandbox().log().clear();
    }

    private List<String> writes() {
        return estate.writes().stream().map(CallLog.Entry::operation).toList();
    }

    private static Change replacement(EnvironmentStatus status) {
        return status.plan().orElseThrow().changes().stream()
                .filter(it -> it.action() == Action.REPLACE)
                .findFirst()
                .orElseThrow();
    }

    /** On a cluster without instances no task of it ever starts. */
    @Test
    void aServiceIsReplacedOnceAPersonHasSaidSo() {
        // Given
        commit(Wish.stateless().with("services.backend", "launchType: FARGATE", "launchType: EC2"));
        estate.passes(ENVIRONMENT, 20, Duration.ofMinutes(4));
        estate.sandbox().log().clear();
        commit(Wish.stateless());
        EnvironmentStatus asked = estate.passes(ENVIRONMENT, 5, MINUTE);
        int before = estate.writes().size();
        // When
        estate.approve(ENVIRONMENT, "ana", "whole/service/backend");
        estate.converge(ENVIRONMENT, 40, MINUTE);
        // Then
        assertThat(replacement(asked).verdict()).isInstanceOf(Verdict.NeedsApproval.class);
        assertThat(replacement(asked).calls()).containsExactly("ecs:DeleteService");
        assertThat(before).isZero();
        assertThat(writes()).containsExactly("DeleteService", "CreateService");
        assertThat(console.service("whole", "backend")).hasValueSatisfying(it -> {
            assertThat(it.launchTypeAsString()).isEqualTo("FARGATE");
            assertThat(it.runningCount()).isEqualTo(2);
        });
        assertThat(console.targets()).containsExactly("backend", "kept");
        estate.passes(ENVIRONMENT, 5, MINUTE);
        assertThat(writes()).hasSize(2);
        assertThat(estate.plan(ENVIRONMENT).report().resources())
                .as("what we take away ourselves nobody has turned back")
                .allMatch(it -> it.memory().turnedBack().isEmpty());
    }

    @Test
    void whatHoldsDataIsNeverReplacedWhoeverSaysSo() {
        // Given
        Wish wish = Wish.all().without("services.backend", "clusters.main", "caches.main");
        settled(wish);
        commit(wish.with("databases.main", "storageType: gp3", "storageType: gp3\nstorageEncrypted: true"));
        estate.passes(ENVIRONMENT, 2, MINUTE);
        // When
        estate.approve(ENVIRONMENT, "ana", "whole/database/main");
        EnvironmentStatus status = estate.passes(ENVIRONMENT, 5, MINUTE);
        // Then
        assertThat(replacement(status).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Hold.class, it -> assertThat(it.reason()).isEqualTo("ReplaceRequired"));
        assertThat(replacement(status).calls()).isEmpty();
        assertThat(writes()).isEmpty();
        assertThat(console.databases())
                .singleElement()
                .satisfies(it -> assertThat(it.dbInstanceStatus()).isEqualTo("available"));
    }
}
