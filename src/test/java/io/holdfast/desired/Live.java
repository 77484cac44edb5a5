package io.holdfast.desired;

import io.holdfast.aws.StateRecords;
import io.holdfast.kind.ecsservice.EcsServiceKind;
import io.holdfast.kind.ecstaskdefinition.EcsTaskDefinitionKind;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Kind;
import io.holdfast.model.Location;
import io.holdfast.model.Mode;
import io.holdfast.model.Origin;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Revision;
import io.holdfast.model.Terms;
import io.holdfast.model.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** States as they are found in AWS, which nobody has declared yet. */
final class Live {
    private Live() {}

    /** A service with one container of one environment variable. */
    static DesiredState service(String variable, String value) {
        return new DesiredState(
                "staging",
                new AwsTarget("123456789012", "us-east-1", Optional.empty()),
                Policy.of(Mode.OBSERVE),
                "environments/staging.yaml",
                Revision.of("9f2c1e7d"),
                false,
                List.of(
                        declared(new EcsServiceKind(), Map.of("name", "backend", "cluster", "rupaya")),
                        declared(
                                new EcsTaskDefinitionKind(),
                                Map.of(
                                        "service",
                                        "rupaya/backend",
                                        "containers",
                                        Map.of(
                                                "app",
                                                Map.of("image", "app:1", "environment", Map.of(variable, value)))))));
    }

    private static <S extends Record> Declared<S> declared(Kind<S> kind, Map<String, Object> state) {
        ResourceId id = new ResourceId("staging", kind.name(), "backend");
        return new Declared<>(
                id,
                kind,
                StateRecords.read(state, kind.stateType()),
                new Origin(new Location("aws", 1, 1), Map.of()),
                Terms.none(id));
    }
}
