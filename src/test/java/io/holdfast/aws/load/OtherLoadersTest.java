package io.holdfast.aws.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Wire;
import io.holdfast.aws.Wire.Asked;
import io.holdfast.aws.Wire.Said;
import io.holdfast.model.Fault;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

class OtherLoadersTest {
    private static final List<String> MANY =
            IntStream.range(0, 10).mapToObj(i -> "service/prod/api-" + i).toList();

    @Test
    void theTargetsOfFiftyServicesAreOneCall() {
        // Given
        Wire wire = new Wire(asked -> Said.ok("{\"ScalableTargets\":[{\"ResourceId\":\"service/prod/api-0\"}]}"));
        List<String> ids =
                IntStream.range(0, 50).mapToObj(i -> "service/prod/api-" + i).toList();
        // When
        var answers = wire.access().scaling().targets().load(ids);
        // Then
        assertThat(wire.operations()).containsExactly("DescribeScalableTargets");
        assertThat(answers.get("service/prod/api-0").toOptional()).isPresent();
        assertThat(answers.get("service/prod/api-1")).isEqualTo(Answer.notFound());
    }

    @Test
    void thePoliciesOfManyTargetsAreOneListing() {
        // Given
        Wire wire = new Wire(OtherLoadersTest::policies);
        // When
        var answers = wire.access().scaling().policies().load(MANY);
        // Then
        assertThat(wire.asked())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.body()).doesNotContain("ResourceId"));
        assertThat(answers.get("service/prod/api-0").toOptional())
                .hasValueSatisfying(
                        it -> assertThat(it).map(ScalingPolicy::policyName).containsExactly("up", "down"));
        assertThat(answers.get("service/prod/api-5")).isEqualTo(Answer.found(List.of()));
    }

    @Test
    void thePoliciesOfAFewTargetsAreAskedForOneByOne() {
        // Given
        Wire wire = new Wire(asked -> Said.ok("{\"ScalingPolicies\":[]}"));
        // When
        wire.access().scaling().policies().load(MANY.subList(0, 2));
        // Then
        assertThat(wire.asked())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.body()).contains("ResourceId"));
    }

    @Test
    void scheduledActionsOfManyTargetsAreOneListing() {
        // Given
        Wire wire = new Wire(asked -> Said.ok("{\"ScheduledActions\":[]}"));
        // When
        wire.access().scaling().scheduledActions().load(MANY);
        // Then
        assertThat(wire.operations()).containsExactly("DescribeScheduledActions");
    }

    @Test
    void databasesAreAskedForByOneFilteredListing() {
        // Given
        Wire wire = new Wire(OtherLoadersTest::instances);
        // When
        var answers = wire.access().databases().instances().load(List.of("one", "two", "gone"));
        // Then
        assertThat(wire.operations()).containsExactly("DescribeDBInstances", "DescribeDBInstances");
        assertThat(wire.asked().get(0).body())
                .contains("Filters.Filter.1.Name=db-instance-id", "=one", "=two", "=gone");
        assertThat(answers.get("one").toOptional()).isPresent();
        assertThat(answers.get("two").toOptional()).isPresent();
        assertThat(answers.get("gone")).isEqualTo(Answer.notFound());
    }

    @Test
    void severalCacheGroupsAreOneListingOfGroupsAndOneOfNodes() {
        // Given
        Wire wire = new Wire(OtherLoadersTest::groups);
        // When
        var answers = wire.access().caches().groups().load(List.of("one", "two", "gone"));
        // Then
        assertThat(wire.operations()).containsExactly("DescribeReplicationGroups", "DescribeCacheClusters");
        assertThat(answers.get("one").toOptional())
                .hasValueSatisfying(it ->
                        assertThat(it.nodes()).map(CacheCluster::cacheClusterId).containsExactly("one-001", "one-002"));
        assertThat(answers.get("two").toOptional())
                .hasValueSatisfying(it -> assertThat(it.nodes()).isEmpty());
        assertThat(answers.get("gone")).isEqualTo(Answer.notFound());
    }

    @Test
    void oneCacheGroupIsAskedForByIdAndItsAbsenceIsNoFault() {
        // Given
        Wire wire = new Wire(
                asked -> new Said(
                        404,
                        "<ErrorResponse><Error><Code>ReplicationGroupNotFoundFault</Code><Message>no</Message></Error></ErrorResponse>"));
        // When
        var answer = wire.access().caches().groups().load("one");
        // Then
        assertThat(answer).isEqualTo(Answer.notFound());
        assertThat(wire.asked())
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.body()).contains("ReplicationGroupId=one"));
    }

    @Test
    void aDeniedListingOfNodesNamesThatAction() {
        // Given
        Wire wire = new Wire(asked -> asked.operation().equals("DescribeCacheClusters")
                ? new Said(
                        403,
                        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>")
                : groups(asked));
        // When
        var answer = wire.access().caches().groups().load("one");
        // Then
        assertThat(answer.trouble()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(Fault.Kind.DENIED);
            assertThat(fault.operation()).isEqualTo("elasticache:DescribeCacheClusters");
        });
    }

    @Test
    void tagsAreReadOnceUntilWeWriteSome() {
        // Given
        Wire wire = new Wire(asked -> Said.ok("{\"Tags\":{\"team\":\"payments\"}}"));
        var tags = wire.access().scaling().tags();
        tags.load(List.of("arn:target"));
        tags.load(List.of("arn:target"));
        assertThat(wire.asked()).hasSize(1);
        // When
        tags.forget("arn:target");
        var answers = tags.load(List.of("arn:target"));
        // Then
        assertThat(wire.asked()).hasSize(2);
        assertThat(answers.get("arn:target").toOptional())
                .hasValueSatisfying(it -> assertThat(it).containsEntry("team", "payments"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>please log in</html>", "{}"})
    void aBodyWithoutAListIsNeverReadAsThereAreNone(String body) {
        // Given
        AwsAccess access = new Wire(asked -> Said.ok(body)).access();
        // When
        List<Answer<?>> answers = List.of(
                access.scaling().targets().load("service/prod/api"),
                access.scaling().policies().load("service/prod/api"),
                access.scaling().scheduledActions().load("service/prod/api"),
                access.scaling().tags().load(List.of("arn")).get("arn"),
                access.alarms().alarms().load("cpu"),
                access.alarms().tags().load(List.of("arn")).get("arn"),
                access.databases().instances().load("main"),
                access.caches().groups().load("main"),
                access.caches().tags().load(List.of("arn")).get("arn"));
        // Then
        assertThat(answers)
                .allSatisfy(it -> assertThat(it.trouble()).map(Fault::kind).contains(Fault.Kind.TRANSIENT));
    }

    private static Said policies(Asked asked) {
        boolean second = asked.body().contains("NextToken");
        String name = second ? "down" : "up";
        return Said.ok("{\"ScalingPolicies\":[{\"ResourceId\":\"service/prod/api-0\",\"PolicyName\":\"" + name + "\"}]"
                + (second ? "}" : ",\"NextToken\":\"2\"}"));
    }

    private static Said instances(Asked asked) {
        boolean second = asked.body().contains("Marker=");
        return Said.ok(
                "<DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance><DBInstanceIdentifier>"
                        + (second ? "two" : "one")
                        + "</DBInstanceIdentifier></DBInstance></DBInstances>"
                        + (second ? "" : "<Marker>2</Marker>")
                        + "</DescribeDBInstancesResult></DescribeDBInstancesResponse>");
    }

    private static Said groups(Asked asked) {
        if (asked.operation().equals("DescribeCacheClusters")) {
            return Said.ok("<DescribeCacheClustersResponse><DescribeCacheClustersResult><CacheClusters>"
                    + node("one-002", "one") + node("one-001", "one") + node("other-001", "other")
                    + "</CacheClusters></DescribeCacheClustersResult></DescribeCacheClustersResponse>");
        }
        return Said.ok("<DescribeReplicationGroupsResponse><DescribeReplicationGroupsResult><ReplicationGroups>"
                + "<ReplicationGroup><ReplicationGroupId>one</ReplicationGroupId></ReplicationGroup>"
                + "<ReplicationGroup><ReplicationGroupId>two</ReplicationGroupId></ReplicationGroup>"
                + "</ReplicationGroups></DescribeReplicationGroupsResult></DescribeReplicationGroupsResponse>");
    }

    private static String node(String id, String group) {
        return "<CacheCluster><CacheClusterId>" + id + "</CacheClusterId><ReplicationGroupId>" + group
                + "</ReplicationGroupId></CacheCluster>";
    }
}
