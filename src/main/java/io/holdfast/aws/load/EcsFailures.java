package io.holdfast.aws.load;

import io.holdfast.aws.Answer;
import io.holdfast.model.Fault;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Failure;

/** ECS answers 200 for things it could not look up, and lists them with a reason: only one of the reasons is absence. */
final class EcsFailures {
    private static final String MISSING = "MISSING";

    private EcsFailures() {}

    /** What it means that a name is not among the things described. */
    static <V> Answer<V> answer(String operation, String name, List<Failure> failures) {
        return failures.stream()
                .filter(failure -> isAbout(name, failure.arn()))
                .findFirst()
                .<Answer<V>>map(failure -> MISSING.equals(failure.reason())
                        ? Answer.notFound()
                        : Answer.failed(transientFault(operation, failure.reason(), failure.detail())))
                .orElseGet(() -> Answer.failed(
                        transientFault(operation, "IncompleteAnswer", name + " is neither described nor missing")));
    }

    private static boolean isAbout(String name, String arn) {
        return arn != null && (arn.equals(name) || arn.endsWith("/" + name));
    }

    private static Fault transientFault(String operation, String reason, String detail) {
        return new Fault(
                Fault.Kind.TRANSIENT,
                operation,
                reason == null ? "Failure" : reason,
                detail == null ? "ECS could not look it up" : detail);
    }
}
