package io.holdfast.kind.trackingpolicy;

import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;

import io.holdfast.kind.FieldPairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackingPolicyFieldsTest {
    private static final String PUT = "application-autoscaling:PutScalingPolicy";
    private static final String MATH =
            "customizedMetricSpecification: {metrics: [{id: e, expression: 'a / b'}," + " {id: a, returnData: false}]}";

    private final TrackingPolicyKind kind = new TrackingPolicyKind();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{targetValue: 50} | {targetValue: 50.0}",
                "{targetValue: 50} | {targetValue: 50, scaleInCooldown: 60, disableScaleIn: true}",
                "{scaleInCooldown: 300, scaleOutCooldown: 300, disableScaleIn: false} | {}",
                "{customizedMetricSpecification: {dimensions: {a: 1, b: 2}}}"
                        + " | {customizedMetricSpecification: {dimensions: {b: 2, a: 1}}}",
                "{" + MATH + "} | {customizedMetricSpecification: {metrics: [{id: a, returnData: false},"
                        + " {id: e, expression: 'a  / b', returnData: true}]}}",
            })
    void theseAreTheSame(String desired, String live) {
        FieldPairs.assertEqual(kind, desired, live);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{targetValue: 50} | {targetValue: 50.5} | targetValue",
                "{scaleInCooldown: 60} | {} | scaleInCooldown",
                "{scaleOutCooldown: 60} | {scaleOutCooldown: 61} | scaleOutCooldown",
                "{disableScaleIn: true} | {} | disableScaleIn",
                "{predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageCPUUtilization}}"
                        + " | {predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageMemoryUtilization}}"
                        + " | predefinedMetricSpecification.predefinedMetricType",
                "{customizedMetricSpecification: {dimensions: {a: 1}}}"
                        + " | {customizedMetricSpecification: {dimensions: {a: 1, b: 2}}}"
                        + " | customizedMetricSpecification.dimensions",
                "{customizedMetricSpecification: {statistic: Sum}} | {customizedMetricSpecification: {statistic: Average}}"
                        + " | customizedMetricSpecification.statistic",
                "{" + MATH + "} | {customizedMetricSpecification: {metrics: [{id: a},"
                        + " {id: e, expression: 'a / b'}]}} | customizedMetricSpecification.metrics",
            })
    void theseDiffer(String desired, String live, String path) {
        FieldPairs.assertDifferent(kind, desired, live, path, IN_PLACE, PUT);
    }

    @Test
    void anotherTypeOfPolicyCanOnlyBeReplaced() {
        FieldPairs.assertDifferent(
                kind,
                "{policyType: TargetTrackingScaling}",
                "{policyType: StepScaling}",
                "policyType",
                REPLACEMENT,
                PUT);
    }
}
