package io.holdfast.sandbox.autoscaling;

import static io.holdfast.sandbox.autoscaling.ScalingScene.BACKEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.model.InvalidNextTokenException;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.ResourceNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

class TargetTest {

    private final ScalingScene scene = new ScalingScene();

    @Test
    void aNewTargetNeedsBothBounds() {
        // When, Then
        assertThatThrownBy(() -> scene.register(target -> target.minCapacity(1)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("MaxCapacity");
    }

    @Test
    void anUpdateKeepsWhatItDoesNotSend() {
        // Given
        scene.register(2, 10);
        scene.register(target -> target.suspendedState(state -> state.dynamicScalingInSuspended(true)));
        // When
        scene.register(target -> target.minCapacity(0));
        // Then
        assertThat(scene.target().minCapacity()).isZero();
        assertThat(scene.target().maxCapacity()).isEqualTo(10);
        assertThat(scene.target().suspendedState().dynamicScalingInSuspended()).isTrue();
        assertThat(scene.target().suspendedState().dynamicScalingOutSuspended()).isFalse();
    }

    @Test
    void anUpdateKeepsTheArn() {
        // Given
        scene.register(1, 4);
        var arn = scene.target().scalableTargetARN();
        // When
        scene.register(2, 4);
        // Then
        assertThat(scene.target().scalableTargetARN())
                .isEqualTo(arn)
                .startsWith("arn:aws:application-autoscaling:eu-central-1:123456789012:scalable-target/");
    }

    @Test
    void boundsTheWrongWayRoundAreRefusedAlsoAgainstTheOneThatStays() {
        // Given
        scene.register(2, 4);
        // When, Then
        assertThatThrownBy(() -> scene.register(target -> target.minCapacity(5)))
                .isInstanceOf(ValidationException.class);
        assertThat(scene.target().minCapacity()).isEqualTo(2);
    }

    @Test
    void aServiceThatDoesNotExistCannotBeRegistered() {
        // When, Then
        assertThatThrownBy(() -> scene.register(target ->
                        target.resourceId("service/main/none").minCapacity(1).maxCapacity(2)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("ECS service doesn't exist: service/main/none");
    }

    @Test
    void registeringBringsTheDesiredCountIntoTheBoundsAtOnce() {
        // When
        scene.register(5, 10);
        // Then
        assertThat(scene.desiredCount()).isEqualTo(5);
    }

    @Test
    void anyUpdateBringsTheDesiredCountBackIntoTheBounds() {
        // Given
        scene.register(1, 4);
        scene.setDesiredCount(9);
        // When
        scene.register(target -> target.suspendedState(state -> state.scheduledScalingSuspended(true)));
        // Then
        assertThat(scene.desiredCount()).isEqualTo(4);
    }

    @Test
    void deregisteringTakesPoliciesActionsAndTheirOwnAlarmsWithIt() {
        // Given
        scene.register(1, 10);
        scene.putHighAlarm(scene.putStepUp());
        scene.putTracking(50);
        scene.schedule(
                "night",
                action -> action.schedule("cron(0 22 * * ? *)").scalableTargetAction(bounds -> bounds.maxCapacity(1)));
        // When
        scene.deregister();
        scene.register(1, 10);
        // Then
        assertThat(scene.policies()).isEmpty();
        assertThat(scene.actions()).isEmpty();
        var alarms = scene.cloudWatch.describeAlarms().metricAlarms();
        assertThat(alarms).extracting(MetricAlarm::alarmName).containsExactly("backend-high");
        assertThat(alarms.get(0).alarmActions()).isEmpty();
    }

    @Test
    void deregisteringLeavesTheDesiredCount() {
        // Given
        scene.register(5, 10);
        // When
        scene.deregister();
        // Then
        assertThat(scene.desiredCount()).isEqualTo(5);
    }

    @Test
    void aTargetThatIsNotThereCannotBeDeregistered() {
        // When, Then
        assertThatThrownBy(scene::deregister).isInstanceOf(ObjectNotFoundException.class);
    }

    @Test
    void tagsAreTakenAtCreationOnly() {
        // Given
        scene.register(target -> target.minCapacity(1).maxCapacity(2).tags(Map.of("owner", "a", "drop", "b")));
        var arn = scene.target().scalableTargetARN();
        // When
        scene.scaling.tagResource(tags -> tags.resourceARN(arn).tags(Map.of("owner", "c", "new", "d")));
        scene.scaling.untagResource(tags -> tags.resourceARN(arn).tagKeys("drop"));
        // Then
        assertThatThrownBy(() -> scene.register(target -> target.tags(Map.of("owner", "e"))))
                .isInstanceOf(ValidationException.class);
        assertThat(scene.scaling
                        .listTagsForResource(query -> query.resourceARN(arn))
                        .tags())
                .containsOnly(Map.entry("owner", "c"), Map.entry("new", "d"));
    }

    @Test
    void tagsOfAMissingTargetAreNotFound() {
        // When, Then
        assertThatThrownBy(() -> scene.scaling.listTagsForResource(query -> query.resourceARN(
                        "arn:aws:application-autoscaling:eu-central-1:123456789012:scalable-target/0123")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void whatIsNotRegisteredIsSimplyNotInTheAnswer() {
        // Given
        scene.register(1, 2);
        // When
        var found = scene.scaling.describeScalableTargets(
                query -> query.serviceNamespace(ServiceNamespace.ECS).resourceIds("service/main/none", BACKEND));
        // Then
        assertThat(found.scalableTargets())
                .extracting(ScalableTarget::resourceId)
                .containsExactly(BACKEND);
    }

    @Test
    void moreThanFiftyNamesAreTooMany() {
        // Given
        var names = IntStream.range(0, 51).mapToObj(n -> "service/main/s" + n).toList();
        // When, Then
        assertThatThrownBy(() -> scene.scaling.describeScalableTargets(
                        query -> query.serviceNamespace(ServiceNamespace.ECS).resourceIds(names)))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void targetsComeInPages() {
        // Given
        scene.addService("web");
        scene.register(1, 2);
        scene.register(
                target -> target.resourceId("service/main/web").minCapacity(1).maxCapacity(2));
        // When
        var first = scene.scaling.describeScalableTargets(
                query -> query.serviceNamespace(ServiceNamespace.ECS).maxResults(1));
        var all = scene.scaling.describeScalableTargetsPaginator(
                query -> query.serviceNamespace(ServiceNamespace.ECS).maxResults(1));
        // Then
        assertThat(first.scalableTargets()).hasSize(1);
        assertThat(all.scalableTargets().stream().map(ScalableTarget::resourceId))
                .containsExactly(BACKEND, "service/main/web");
    }

    @Test
    void aForeignTokenIsRefused() {
        // When, Then
        assertThatThrownBy(() -> scene.scaling.describeScalableTargets(
                        query -> query.serviceNamespace(ServiceNamespace.ECS).nextToken("abc")))
                .isInstanceOf(InvalidNextTokenException.class);
    }

    @Test
    void aMoveIsInProgressUntilTheTasksHaveHadTheirTime() {
        // Given
        scene.register(5, 10);
        // When
        var atFirst = scene.activities().get(0);
        scene.advance(Duration.ofMinutes(1));
        var later = scene.activities().get(0);
        // Then
        assertThat(atFirst.description()).isEqualTo("Setting desired count to 5.");
        assertThat(atFirst.statusCode()).isEqualTo(ScalingActivityStatusCode.IN_PROGRESS);
        assertThat(later.statusCode()).isEqualTo(ScalingActivityStatusCode.SUCCESSFUL);
    }
}
