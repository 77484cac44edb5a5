package io.holdfast.kind.rdsinstance;

import io.holdfast.kind.rdsinstance.RdsInstanceState.PerformanceInsights;
import io.holdfast.model.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What AWS would refuse although each value is allowed by itself, as far as the YAML alone tells. */
final class Rules {
    /** Fifteen months, which the advanced mode of Database Insights demands (RDS User Guide, Database Insights). */
    private static final int ADVANCED_DAYS = 465;

    /** GiB; RDS User Guide, Amazon RDS DB instance storage, PostgreSQL. */
    private static final int LEAST_GENERAL = 20;

    private static final int MOST_MAGNETIC = 3_072;
    private static final int LEAST_IOPS_GP3 = 12_000;
    private static final int MOST_IOPS_GP3 = 64_000;
    private static final int LEAST_THROUGHPUT_GP3 = 500;

    /** CreateDBInstance refuses them as the name of the first user. */
    private static final List<String> RESERVED = List.of("admin", "rdsadmin", "user");

    /** RDS User Guide, Publishing PostgreSQL logs to Amazon CloudWatch Logs. */
    private static final List<String> LOGS = List.of("iam-db-auth-error", "postgresql", "upgrade");

    private static final int DAYS_A_MONTH = 31;
    private static final List<Integer> SAMPLES = List.of(0, 1, 5, 10, 15, 30, 60);

    /** What must not be, and what to say when it is. */
    private record Rule(Predicate<RdsInstanceState> broken, Problem problem) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    it -> Companions.isProvisioned(it) && it.iops().isEmpty(),
                    "iops",
                    "is missing, and io1 and io2 are bought by it",
                    "a number, such as 3000"),
            rule(
                    it -> Companions.isProvisioned(it) && below(it.allocatedStorage(), 100),
                    "allocatedStorage",
                    "is too little for io1 and io2",
                    "100 or more"),
            rule(
                    it -> has(it.storageType(), "gp2", "gp3") && below(it.allocatedStorage(), LEAST_GENERAL),
                    "allocatedStorage",
                    "is too little for gp2 and gp3",
                    LEAST_GENERAL + " or more"),
            rule(
                    it -> has(it.storageType(), "standard")
                            && it.allocatedStorage().orElse(0) > MOST_MAGNETIC,
                    "allocatedStorage",
                    "is too much for standard, the magnetic storage",
                    "up to " + MOST_MAGNETIC + ", or another storageType"),
            rule(
                    it -> isStriped(it) && below(it.iops(), LEAST_IOPS_GP3),
                    "iops",
                    "is less than gp3 from 400 GiB has without being asked",
                    LEAST_IOPS_GP3 + " to " + MOST_IOPS_GP3 + ", or leave it out"),
            rule(
                    it -> isStriped(it) && it.iops().orElse(0) > MOST_IOPS_GP3,
                    "iops",
                    "is more than gp3 can",
                    LEAST_IOPS_GP3 + " to " + MOST_IOPS_GP3 + ", or io2"),
            rule(
                    it -> isStriped(it) && below(it.storageThroughput(), LEAST_THROUGHPUT_GP3),
                    "storageThroughput",
                    "is less than gp3 from 400 GiB has without being asked",
                    LEAST_THROUGHPUT_GP3 + " to 4000, or leave it out"),
            rule(
                    it -> it.iops().isPresent() && has(it.storageType(), "gp2", "standard"),
                    "iops",
                    "cannot be chosen for this storageType",
                    "io1, io2, or gp3 from 400 GiB"),
            rule(
                    it -> it.storageThroughput().orElse(0) > 0
                            && has(it.storageType(), "gp2", "standard", "io1", "io2"),
                    "storageThroughput",
                    "cannot be chosen for this storageType",
                    "gp3 from 400 GiB"),
            rule(
                    it -> has(it.storageType(), "gp3")
                            && below(it.allocatedStorage(), Companions.STRIPED_FROM)
                            && (it.iops().isPresent() || it.storageThroughput().isPresent()),
                    "storageType",
                    "gp3 below 400 GiB has one performance, and takes neither iops nor storageThroughput",
                    "leave both out, or allocate 400 GiB"),
            rule(
                    it -> it.maxAllocatedStorage().isPresent()
                            && it.maxAllocatedStorage().orElseThrow()
                                    < it.allocatedStorage().orElse(0),
                    "maxAllocatedStorage",
                    "is below allocatedStorage",
                    "as much, which means no autoscaling, or more"),
            rule(
                    Rules::growsTooLittle,
                    "maxAllocatedStorage",
                    "leaves less than a tenth to grow",
                    "at least a tenth more than allocatedStorage, or as much, which means no autoscaling"),
            rule(
                    it -> it.availabilityZone().isPresent() && it.multiAZ().orElse(false),
                    "availabilityZone",
                    "cannot be chosen with multiAZ, because each failover changes it",
                    "leave it out"),
            rule(
                    it -> it.kmsKeyId().isPresent() && !it.storageEncrypted().orElse(true),
                    "kmsKeyId",
                    "has nothing to encrypt, because storageEncrypted is false",
                    "leave it out"),
            rule(
                    it -> it.monitoringInterval()
                            .filter(seconds -> !SAMPLES.contains(seconds))
                            .isPresent(),
                    "monitoringInterval",
                    "is no interval AWS offers",
                    "0, 1, 5, 10, 15, 30 or 60"),
            rule(
                    it -> it.monitoringInterval().orElse(0) > 0
                            && it.monitoringRoleArn().isEmpty(),
                    "monitoringRoleArn",
                    "is missing, and monitoring needs a role",
                    "the ARN of a role that monitoring.rds.amazonaws.com may assume"),
            rule(
                    it -> it.monitoringInterval()
                                    .filter(seconds -> seconds == 0)
                                    .isPresent()
                            && it.monitoringRoleArn().isPresent(),
                    "monitoringRoleArn",
                    "is refused while monitoringInterval is 0",
                    "leave it out"),
            rule(
                    it -> insights(it)
                            .flatMap(PerformanceInsights::retentionPeriod)
                            .filter(Rules::isNoRetention)
                            .isPresent(),
                    "performanceInsights.retentionPeriod",
                    "is no period AWS offers",
                    "7, a multiple of 31 up to 713, or 731"),
            rule(
                    it -> insights(it).filter(Rules::keepsNothing).isPresent(),
                    "performanceInsights",
                    "keeps nothing, because enabled is false",
                    "enabled alone"),
            rule(
                    it -> has(it.databaseInsightsMode(), "advanced")
                            && insights(it).filter(Rules::keepsLong).isEmpty(),
                    "databaseInsightsMode",
                    "advanced needs performance insights that are kept for 15 months",
                    "performanceInsights: {enabled: true, retentionPeriod: 465}"),
            rule(
                    it -> it.manageMasterUserPassword()
                            .filter(managed -> !managed)
                            .isPresent(),
                    "manageMasterUserPassword",
                    "false would need a password, and none ever stands in YAML",
                    "true, or leave it out"),
            rule(
                    it -> it.masterUsername()
                            .filter(name -> RESERVED.contains(name.toLowerCase(Locale.ROOT)))
                            .isPresent(),
                    "masterUsername",
                    "is a word PostgreSQL or RDS keeps for itself",
                    "another name"),
            rule(
                    it -> it.enabledCloudwatchLogsExports()
                            .filter(logs -> !LOGS.containsAll(logs))
                            .isPresent(),
                    "enabledCloudwatchLogsExports",
                    "names a log that PostgreSQL does not have",
                    String.join(", ", LOGS)),
            rule(
                    Rules::hasGroupOfAnotherMajor,
                    "parameterGroup",
                    "is AWS's own for another major version",
                    "the one that ends in engineVersion's major version"));

    private Rules() {}

    static List<Problem> problems(RdsInstanceState declared) {
        return Stream.concat(
                        RULES.stream().filter(it -> it.broken().test(declared)).map(Rule::problem),
                        Windows.problems(declared).stream())
                .toList();
    }

    private static Rule rule(Predicate<RdsInstanceState> broken, String path, String message, String allowed) {
        return new Rule(broken, new Problem(path, message, allowed));
    }

    private static boolean has(Optional<String> value, String... among) {
        return value.filter(List.of(among)::contains).isPresent();
    }

    private static boolean below(Optional<Integer> size, int least) {
        return size.filter(it -> it < least).isPresent();
    }

    private static boolean isStriped(RdsInstanceState declared) {
        return has(declared.storageType(), "gp3") && declared.allocatedStorage().orElse(0) >= Companions.STRIPED_FROM;
    }

    /** RDS User Guide, Managing capacity automatically with storage autoscaling: the maximum is at least 10 % above. */
    private static boolean growsTooLittle(RdsInstanceState declared) {
        int size = declared.allocatedStorage().orElse(0);
        int most = declared.maxAllocatedStorage().orElse(0);
        return size > 0 && most > size && most * 10L < size * 11L;
    }

    private static Optional<PerformanceInsights> insights(RdsInstanceState declared) {
        return declared.performanceInsights();
    }

    private static boolean isNoRetention(int days) {
        return days != 7 && days != 731 && days % DAYS_A_MONTH != 0;
    }

    private static boolean keepsNothing(PerformanceInsights insights) {
        return !insights.enabled().orElse(true)
                && (insights.retentionPeriod().isPresent()
                        || insights.kmsKeyId().isPresent());
    }

    private static boolean keepsLong(PerformanceInsights insights) {
        return insights.enabled().orElse(false) && insights.retentionPeriod().orElse(0) >= ADVANCED_DAYS;
    }

    private static boolean hasGroupOfAnotherMajor(RdsInstanceState declared) {
        return declared.engineVersion().isPresent()
                && declared.parameterGroup()
                        .filter(it -> it.startsWith("default."))
                        .filter(it -> !it.equals("default.postgres"
                                + EngineVersion.of(declared.engineVersion().orElseThrow())
                                        .major()))
                        .isPresent();
    }
}
