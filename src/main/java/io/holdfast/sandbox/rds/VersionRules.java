package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.Setting.ENGINE_VERSION;

import io.holdfast.sandbox.datastore.Values;
import java.util.Optional;

/** Which version an instance gets, and which it can go to. */
final class VersionRules {

    private VersionRules() {}

    /** The version a new instance gets: a bare major means the current default minor. */
    static PostgresVersion forNew(String asked) {
        return PostgresVersions.resolve(asked).orElseThrow(() -> unknown(asked));
    }

    /**
     * The full version a modification leads to; empty when a bare major asks for no more than the instance has.
     *
     * @param allowMajor whether the call carries {@code AllowMajorVersionUpgrade}
     */
    static Optional<PostgresVersion> target(Values<Setting> live, String asked, boolean allowMajor) {
        var from = PostgresVersion.of(live.text(ENGINE_VERSION));
        var to = PostgresVersions.resolve(asked).orElseThrow(() -> unknown(asked));
        boolean bareMajor = !asked.equals(to.text());
        if (to.equals(from) || (bareMajor && to.isSameMajor(from) && to.compareTo(from) < 0)) {
            return Optional.empty();
        }
        if (!PostgresVersions.upgradeTargets(from).contains(to)) {
            throw Refusal.combination("Cannot upgrade postgres from " + from.text() + " to " + to.text());
        }
        if (!to.isSameMajor(from) && !allowMajor) {
            throw Refusal.combination(
                    "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.");
        }
        return Optional.of(to);
    }

    private static RuntimeException unknown(String asked) {
        return Refusal.combination("Cannot find version " + asked + " for postgres");
    }
}
