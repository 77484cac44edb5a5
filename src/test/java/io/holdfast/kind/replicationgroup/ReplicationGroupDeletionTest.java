package io.holdfast.kind.replicationgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Ask;
import io.holdfast.model.Fault;
import io.holdfast.model.Observed;
import io.holdfast.model.Outcome;
import io.holdfast.model.Removal;
import io.holdfast.model.Step;
import io.holdfast.sandbox.fault.Api;
import io.holdfast.sandbox.fault.Selector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** ElastiCache protects no group from being deleted; the last snapshot is what is left of it. */
class ReplicationGroupDeletionTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String FINAL = "sessions-final-0123456789ab";
    private static final String DECLARED = """
            replicationGroupId: Sessions
            description: for users
            nodeType: cache.r6g.large
            numNodeGroups: 1
            replicasPerNodeGroup: 1
            """;

    private final CacheLoop loop = CacheLoop.settled(DECLARED);
    private final ReplicationGroupKind kind = new ReplicationGroupKind();

    private Observed<ReplicationGroupState> look() {
        var ask = new Ask<ReplicationGroupState>(CacheLoop.ID, "sessions", Optional.empty(), Optional.empty());
        return new ReplicationGroupObserver(loop.access).observe(List.of(ask)).get(CacheLoop.ID);
    }

    private Outcome delete(Observed.Present<ReplicationGroupState> live) {
        List<Step> steps = kind.deletion(live.state());
        assertThat(steps).hasSize(1);
        return new ReplicationGroupActuator(loop.access)
                .delete(new Removal<>(CacheLoop.ID, "sessions", live, TOKEN), steps.get(0));
    }

    private Outcome delete() {
        return delete(look().present().orElseThrow());
    }

    private List<String> snapshots() {
        return loop.cache().describeSnapshots(request -> request.snapshotSource("user")).snapshots().stream()
                .map(it -> it.snapshotName())
                .toList();
    }

    @Test
    void itLeavesAFinalSnapshot() {
        // When
        Outcome outcome = delete();
        Observed<ReplicationGroupState> meanwhile = look();
        loop.advance(CacheLoop.LONG_ENOUGH);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Underway.class);
        assertThat(meanwhile.present().orElseThrow().facts().underway()).contains("the group is deleting");
        assertThat(look().isAbsent()).isTrue();
        assertThat(snapshots()).containsExactly(FINAL);
    }

    @Test
    void aLostReplyLeadsToNoSecondSnapshot() {
        // Given
        loop.sandbox()
                .faults()
                .inject(
                        io.holdfast.sandbox.fault.Fault.loseReply(),
                        Api.of("elasticache", "DeleteReplicationGroup"),
                        Selector.first(1));
        // When
        delete();
        Outcome second = delete();
        loop.advance(CacheLoop.LONG_ENOUGH);
        // Then
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        it -> assertThat(it.fault().kind()).isEqualTo(Fault.Kind.BUSY));
        assertThat(snapshots()).containsExactly(FINAL);
    }

    @Test
    void whatWasWrittenSinceAnUnfinishedDeletionIsSavedToo() {
        // Given
        loop.cache()
                .createSnapshot(
                        request -> request.replicationGroupId("sessions").snapshotName(FINAL));
        loop.advance(CacheLoop.LONG_ENOUGH);
        // When
        delete();
        loop.advance(CacheLoop.LONG_ENOUGH);
        // Then
        assertThat(look().isAbsent()).isTrue();
        assertThat(snapshots()).containsExactly(FINAL, FINAL + "-2");
    }

    @Test
    void aLaterGroupOfTheSameNameIsAnotherOne() {
        // Given
        Observed.Present<ReplicationGroupState> first = look().present().orElseThrow();
        delete();
        loop.advance(CacheLoop.LONG_ENOUGH);
        // When
        loop.converge();
        // Then
        Observed.Present<ReplicationGroupState> second = look().present().orElseThrow();
        assertThat(kind.incarnation(first.state())).isPresent();
        assertThat(kind.incarnation(second.state())).isNotEqualTo(kind.incarnation(first.state()));
    }

    @Test
    void whatIsGoneAlreadyIsDone() {
        // Given
        Observed.Present<ReplicationGroupState> live = look().present().orElseThrow();
        delete();
        loop.advance(CacheLoop.LONG_ENOUGH);
        // When
        Outcome outcome = delete(live);
        // Then
        assertThat(outcome).isEqualTo(Outcome.done());
    }
}
