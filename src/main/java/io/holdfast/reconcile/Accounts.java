package io.holdfast.reconcile;

import io.holdfast.model.AwsTarget;
import io.holdfast.model.Cloud;
import io.holdfast.model.Fault;
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

    /** Why nothing of a place is seen from an account; empty where it is its own. */
    static Optional<Fault> trouble(AwsTarget place, String actual) {
        return actual.equals(place.account())
                ? Optional.empty()
                : Optional.of(new Fault(
                        Fault.Kind.CREDENTIALS,
                        "sts:GetCallerIdentity",
                        "WrongAccount",
                        "the credentials belong to account " + actual + ", the YAML asks for " + place.account()));
    }
}
