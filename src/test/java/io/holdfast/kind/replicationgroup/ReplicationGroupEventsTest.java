package io.holdfast.kind.replicationgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Plan;
import io.holdfast.model.Rejection;
import io.holdfast.sandbox.elasticache.ElastiCache;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Fault;
import io.holdfast.sandbox.fault.Selector;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplicationGroupEventsTest {
    private static final String DECLARED = """
            replicationGroupId: sessions
            description: for users
            nodeType: cache.r6g.large
            numNodeGroups: 1
            replicasPerNodeGroup: 1
            applyImmediately: true
            """;

    @Test
    void withoutEventsAnUndoneChangeIsStillFoundByReadingBack() {
        // Given
        var loop = CacheLoop.settled(DECLARED);
        loop.sandbox()
                .faults()
                .inject(
                        Fault.refuse(403, "AccessDenied"),
                        Api.of(ElastiCache.NAME, "DescribeEvents"),
                        Selector.always());
        loop.declare(DECLARED.replace("replicasPerNodeGroup: 1", "replicasPerNodeGroup: 2"));
        loop.pass();
        loop.backstage.rollBackNextChange("sessions", "no such nodes left");
        loop.advance(Duration.ofMinutes(20));
        // When
        Plan after = loop.pass();
        // Then
        assertThat(CacheLoop.drift(after).memory().rejection())
                .map(Rejection::reason)
                .contains(Reason.REJECTED);
    }

    @Test
    void noEventsAreAskedForWhileNothingIsOpen() {
        // Given
        var loop = CacheLoop.settled(DECLARED);
        loop.declare(DECLARED.replace("for users", "for everybody"));
        loop.converge();
        long asked = loop.asked("DescribeEvents");
        // When
        loop.pass();
        // Then
        assertThat(loop.asked("DescribeEvents")).isEqualTo(asked);
    }

    @Test
    void aSnapshotThatFailedIsNoVerdictOnAChange() {
        // Given
        String failed = "Snapshot failed for the group";
        // When
        boolean counts = Aftermath.isBad(failed);
        // Then
        assertThat(counts).isFalse();
        assertThat(Aftermath.isBad("Failover to replica node completed")).isFalse();
        assertThat(Aftermath.isBad("Failed applying modification to cache node type"))
                .isTrue();
        assertThat(Aftermath.isBad("The change was rolled back")).isTrue();
    }
}
