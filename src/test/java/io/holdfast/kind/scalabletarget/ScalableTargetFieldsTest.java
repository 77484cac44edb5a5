package io.holdfast.kind.scalabletarget;

import static io.holdfast.model.Impact.IN_PLACE;

import io.holdfast.kind.FieldPairs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalableTargetFieldsTest {
    private static final String REGISTER = "application-autoscaling:RegisterScalableTarget";
    private static final String TAG = "application-autoscaling:TagResource";

    private final ScalableTargetKind kind = new ScalableTargetKind();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{min: 2, max: 4} | {min: 2, max: 4}",
                "{min: 2, max: 4} | {min: 2, max: 4, suspendedState: {dynamicScalingInSuspended: true}}",
                "{min: 2, max: 4} | {min: 2, max: 4, tags: {foreign: x}}",
                "{min: 2, max: 4, suspendedState: {scheduledScalingSuspended: false}} | {min: 2, max: 4, suspendedState: {}}",
                "{min: 2, max: 4, suspendedState: {scheduledScalingSuspended: false}} | {min: 2, max: 4}",
                "{min: 2, max: 4, tags: {a: b}} | {min: 2, max: 4, tags: {a: b, foreign: x}}",
            })
    void theseAreTheSame(String desired, String live) {
        FieldPairs.assertEqual(kind, desired, live);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{min: 2, max: 4} | {min: 1, max: 4} | min | " + REGISTER,
                "{min: 0, max: 4} | {min: 1, max: 4} | min | " + REGISTER,
                "{min: 2, max: 4} | {min: 2, max: 5} | max | " + REGISTER,
                "{min: 2, max: 4, suspendedState: {dynamicScalingInSuspended: false}}"
                        + " | {min: 2, max: 4, suspendedState: {dynamicScalingInSuspended: true}}"
                        + " | suspendedState.dynamicScalingInSuspended | " + REGISTER,
                "{min: 2, max: 4, suspendedState: {dynamicScalingOutSuspended: true}}"
                        + " | {min: 2, max: 4} | suspendedState.dynamicScalingOutSuspended | " + REGISTER,
                "{min: 2, max: 4, suspendedState: {scheduledScalingSuspended: true}}"
                        + " | {min: 2, max: 4} | suspendedState.scheduledScalingSuspended | " + REGISTER,
                "{min: 2, max: 4, tags: {a: b}} | {min: 2, max: 4, tags: {a: c}} | tags.a | " + TAG,
            })
    void theseDiffer(String desired, String live, String path, String call) {
        FieldPairs.assertDifferent(kind, desired, live, path, IN_PLACE, call);
    }
}
