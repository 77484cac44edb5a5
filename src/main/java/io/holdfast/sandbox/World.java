package io.holdfast.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What one account holds in one region: a part for every service, which only that service changes. */
public final class World {

    /** As long as AWS's own ids for most resources. */
    private static final int ID_LENGTH = 17;

    private final String account;
    private final String region;
    private final Timeline timeline;
    private final Pace pace;
    private final Chance chance;
    private final Map<Class<?>, Object> parts = new HashMap<>();

    World(String account, String region, Timeline timeline, Pace pace, Chance chance) {
        this.account = requireNonNull(account, "account");
        this.region = requireNonNull(region, "region");
        this.timeline = requireNonNull(timeline, "timeline");
        this.pace = requireNonNull(pace, "pace");
        this.chance = requireNonNull(chance, "chance");
    }

    /** The twelve digits of the account. */
    public String account() {
        return account;
    }

    /** The region's code, such as {@code eu-central-1}. */
    public String region() {
        return region;
    }

    /** What will happen by itself; shared by all worlds of a sandbox. */
    public Timeline timeline() {
        return timeline;
    }

    /** How long things take here. */
    public Pace pace() {
        return pace;
    }

    /** This world's only instance of a type, made at the first request for it. */
    public <T> T part(Class<T> type, Supplier<T> first) {
        return type.cast(parts.computeIfAbsent(type, missing -> first.get()));
    }

    /** The ARN of a resource of this account and region, such as {@code cluster/main} of {@code ecs}. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }

    /** The prefix and seventeen hexadecimal digits, from the seed. */
    public String nextId(String prefix) {
        return prefix + chance.hex(ID_LENGTH);
    }

    /** Hexadecimal digits from the seed. */
    public String nextHex(int length) {
        return chance.hex(length);
    }

    /** Decimal digits from the seed. */
    public String nextDigits(int length) {
        return chance.digits(length);
    }
}
