package io.holdfast.aws;

import io.holdfast.model.Fault;
import io.holdfast.model.Fault.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The few failures that only AWS's sentence tells apart, because one error code stands for several of them. Messages
 * are no contract, so a row here is the exception; a sentence AWS rewords falls back to what its code means, which is
 * slower or asks a person, and never does harm.
 */
final class Sentences {
    /** One row: this API answering this code with a sentence that contains this part means that. */
    record Row(String api, String code, String part, Kind kind) {
        boolean matches(String operation, String answered, String message) {
            return operation.startsWith(api + ":")
                    && answered.startsWith(code)
                    && message.toLowerCase(Locale.ROOT).contains(part);
        }
    }

    /**
     * Sources: Terraform's AWS provider, {@code ecs/service.go}, {@code ecs/cluster.go}, {@code rds/instance.go}, as
     * list of situations; RDS's "no modifications" also as issues of the ACK RDS controller.
     */
    static final List<Row> ROWS = List.of(
            new Row("ecs", "ClientException", "unable to assume", Kind.PROPAGATION),
            new Row("ecs", "InvalidParameter", "unable to assume", Kind.PROPAGATION),
            new Row("ecs", "InvalidParameter", "verify that the ecs service role", Kind.PROPAGATION),
            new Row("ecs", "InvalidParameter", "does not have an associated load balancer", Kind.PROPAGATION),
            new Row("ecs", "InvalidParameter", "still draining", Kind.BUSY),
            new Row("ecs", "InvalidParameter", "was not idempotent", Kind.EXISTS),
            new Row("ecs", "InvalidParameter", "while deployments are active", Kind.BUSY),
            new Row("ecs", "ClientException", "unable to describe task definition", Kind.NOT_FOUND),
            new Row("rds", "InvalidParameterValue", "does not include the required permissions", Kind.PROPAGATION),
            new Row("rds", "InvalidParameterCombination", "previous storage change is being optimized", Kind.BUSY),
            // Nothing to do is what we wanted: the next look confirms it, and nothing is reported to a person.
            new Row("rds", "InvalidParameterCombination", "no modifications were requested", Kind.BUSY),
            new Row("elasticache", "InvalidParameterCombination", "no modifications were requested", Kind.BUSY));

    private static final String NOTHING_TO_DO = "no modifications were requested";

    private Sentences() {}

    /** Whether AWS refused only because all is already as the call asks for. */
    static boolean isNothingToDo(Fault fault) {
        return ROWS.stream()
                .filter(row -> row.part().equals(NOTHING_TO_DO))
                .anyMatch(row -> row.matches(fault.operation(), fault.code(), fault.message()));
    }

    static Optional<Kind> kind(String operation, String code, String message) {
        return ROWS.stream()
                .filter(row -> row.matches(operation, code, message))
                .map(Row::kind)
                .findFirst();
    }
}
