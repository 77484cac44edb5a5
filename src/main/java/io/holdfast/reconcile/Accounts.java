package io.holdfast.reconcile;

import io.holdfast.model.Cloud;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Fault;
import io.holdfast.model.LiveState;
import io.holdfast.model.Observed;
import io.holdfast.model.ResourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which account each way to AWS leads to, asked once: looking into the wrong account would report everything missing.
 * Before anything is written it is asked again, each time.
 */
final class Accounts {
    private final Map<Cloud, String> known = new ConcurrentHashMap<>();

    /** The account; empty when AWS could not be asked, in which case the look itself will tell why. */
    Optional<String> of(Cloud cloud) {
        Optional<String> account = Optional.ofNullable(known.get(cloud));
        if (account.isEmpty()) {
            account = cloud.caller().account();
            account.ifPresent(it -> known.put(cloud, it));
        }
        return account;
    }

    /** What is seen of an environment from another account than its own: nothing. */
    LiveState nothingSeen(DesiredState desired, String actual, Instant now) {
        Fault fault = new Fault(
                Fault.Kind.CREDENTIALS,
                "sts:GetCallerIdentity",
                "WrongAccount",
                "the credentials belong to account " + actual + ", the YAML asks for "
                        + desired.aws().account());
        Map<ResourceId, Observed<?>> unseen = new HashMap<>();
        desired.resources().forEach(it -> unseen.put(it.id(), Observed.unseen(fault)));
        return new LiveState(now, unseen, List.of());
    }
}
