package io.holdfast.desired;

import io.holdfast.desired.policy.PolicyWriter;
import io.holdfast.desired.random.RandomEnvironment;
import io.holdfast.desired.random.RandomEnvironment.Objection;
import io.holdfast.model.Mode;
import io.holdfast.model.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random environments, made good by what the reader says of them. */
final class Judge {
    /** The record of what stands beside the sections. */
    static final Class<?> POLICY = PolicyWriter.keys(Policy.of(Mode.OBSERVE)).getClass();

    private Judge() {}

    /** The environment {@code staging}, as JSON. */
    static Optional<String> goodEnvironment(Random random) {
        return RandomEnvironment.of(random, POLICY, Judge::objections);
    }

    private static List<Objection> objections(String text) {
        return Loading.of("staging", text).findings().stream()
                .map(it -> new Objection(it.path(), it.message()))
                .toList();
    }
}
