package io.holdfast.plan.guardrail;

import io.holdfast.model.Cause;
import io.holdfast.model.Change;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.policy.ChangeClass;
import java.util.stream.Stream;

/** Why live would be changed: what windows tell apart. */
public final class Classes {
    private Classes() {}

    /** Putting back what was changed behind our back is a repair; anything the YAML newly asks for is a deployment. */
    public static ChangeClass of(FieldDrift field, ResourceDrift drift) {
        return field.cause() == Cause.LIVE_DRIFT ? ChangeClass.REPAIR : ChangeClass.DEPLOY;
    }

    /** All the reasons for which a change would be made. */
    static Stream<ChangeClass> of(Change change) {
        return change.drift().map(it -> of(change, it)).orElseGet(() -> Stream.of(ChangeClass.PRUNE));
    }

    private static Stream<ChangeClass> of(Change change, ResourceDrift drift) {
        if (change.differences().isEmpty()) {
            boolean wasThere = !drift.memory().lastApplied().isEmpty();
            return Stream.of(wasThere ? ChangeClass.REPAIR : ChangeClass.DEPLOY);
        }
        return drift.fields().stream()
                .filter(it -> change.differences().contains(it.difference()))
                .map(it -> of(it, drift))
                .distinct();
    }
}
