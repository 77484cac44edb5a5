package io.holdfast.sandbox.elasticache;

import java.time.Duration;

/** How long ElastiCache takes, at realistic pace: the middle of what is commonly seen; the range stands beside each. */
final class CacheTimes {

    /** Status still {@code available} after a change was accepted: seconds. */
    static final Duration ACCEPTANCE = Duration.ofSeconds(15);

    /** 5 to 20 minutes, depending on the number of nodes. */
    static final Duration CREATE = Duration.ofMinutes(6);

    /** What each node adds to a creation. */
    static final Duration CREATE_NODE = Duration.ofSeconds(30);

    /** 5 to 10 minutes for one more replica; all shards in parallel. */
    static final Duration REPLICA_CHANGE = Duration.ofMinutes(7);

    /** 10 to 40 minutes: slots are migrated while the group serves. */
    static final Duration RESHARDING = Duration.ofMinutes(20);

    /** 10 to 30 minutes: the nodes are replaced one after the other. */
    static final Duration NODE_CHANGE = Duration.ofMinutes(15);

    /** 10 to 30 minutes. */
    static final Duration UPGRADE = Duration.ofMinutes(15);

    /** A few minutes. */
    static final Duration FAILOVER_CHANGE = Duration.ofMinutes(3);

    /** Rolls through the nodes, without replacing them. */
    static final Duration ENCRYPTION_CHANGE = Duration.ofMinutes(8);

    /** A minute or two: security groups, parameters, notification, tokens, logs. */
    static final Duration SMALL_CHANGE = Duration.ofMinutes(1);

    /** How long a member may lag behind its group, which is available already. */
    static final Duration MEMBER_LAG = Duration.ofSeconds(45);

    /** 2 to 10 minutes for a small data set. */
    static final Duration SNAPSHOT = Duration.ofMinutes(4);

    /** 5 to 10 minutes. */
    static final Duration DELETE = Duration.ofMinutes(6);

    private CacheTimes() {}
}
