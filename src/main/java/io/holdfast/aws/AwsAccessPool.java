package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.AwsTarget;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One {@link AwsAccess} for each account, region and role, made when it is first asked for. */
public final class AwsAccessPool implements AutoCloseable {
    private final AwsSettings settings;
    private final Map<AwsTarget, AwsAccess> accesses = new ConcurrentHashMap<>();

    /** Roles of one account and region share what AWS allows there. */
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();

    public AwsAccessPool(AwsSettings settings) {
        this.settings = requireNonNull(settings, "settings");
    }

    public AwsAccess of(AwsTarget target) {
        Budget budget = budgets.computeIfAbsent(
                target.account() + "/" + target.region(), it -> new Budget(settings.ticker(), settings.meter()));
        return accesses.computeIfAbsent(target, it -> new AwsAccess(settings, it, budget));
    }

    @Override
    public void close() {
        accesses.values().forEach(AwsAccess::close);
        accesses.clear();
    }
}
