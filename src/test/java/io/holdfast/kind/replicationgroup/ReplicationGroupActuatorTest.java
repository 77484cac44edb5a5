package io.holdfast.kind.replicationgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kind.Yaml;
import io.holdfast.model.Facts;
import io.holdfast.model.Fault;
import io.holdfast.model.Observed;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Ownership;
import io.holdfast.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplicationGroupActuatorTest {
    private static final String DECLARED = """
            replicationGroupId: sessions
            description: for users
            engineVersion: 7.x
            nodeType: cache.r6g.large
            numNodeGroups: 1
            replicasPerNodeGroup: 1
            applyImmediately: true
            """;

    @Test
    void whatIsThereAlreadyIsDone() {
        // Given
        var loop = CacheLoop.settled(DECLARED);
        Order<ReplicationGroupState> late = order(DECLARED, DECLARED + "nodeGroups: {'0001': 0}\n");
        // When
        Outcome outcome = new ReplicationGroupActuator(loop.access)
                .update(late, new Step(ReplicationGroupKind.MORE_REPLICAS, List.of("replicasPerNodeGroup")));
        // Then
        assertThat(outcome).isEqualTo(Outcome.done());
        assertThat(loop.writes()).contains("IncreaseReplicaCount");
    }

    @Test
    void aVersionThatIsNotOfferedIsRefusedBeforeAnythingIsSent() {
        // Given
        var loop = new CacheLoop(DECLARED);
        String old = DECLARED.replace("7.x", "5.x");
        // When
        Outcome outcome = new ReplicationGroupActuator(loop.access).create(order(old, old));
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.INVALID);
            assertThat(failed.fault().message()).contains("no redis 5.x");
        });
        assertThat(loop.writes()).isEmpty();
    }

    private static Order<ReplicationGroupState> order(String desired, String live) {
        var facts = Facts.of("arn:aws:elasticache:us-east-1:123456789012:replicationgroup:sessions", Ownership.ours());
        var seen = new Observed.Present<>(Yaml.read(ReplicationGroupState.class, live), facts);
        return new Order<>(CacheLoop.ID, CacheLoop.state(desired), Optional.of(seen), Map.of(), "token");
    }
}
