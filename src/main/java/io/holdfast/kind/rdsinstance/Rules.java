package io.holdfast.kind.rdsinstance;

import io.holdfast.model.Problem;
import java.util.List;

/** What AWS would refuse although each value is allowed by itself, as far as the YAML alone tells. */
final class Rules {
    private Rules() {}

    static List<Problem> problems(RdsInstanceState declared) {
        return List.of();
    }
}
