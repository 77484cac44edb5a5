package io.holdfast.kind.rdsinstance;

import io.holdfast.aws.AwsFailure;
import io.holdfast.aws.Call;
import io.holdfast.model.Fault;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.UpgradeTarget;

/** Finds the full version to send: a bare major in a ModifyDBInstance can itself bring about an upgrade nobody meant. */
final class UpgradePath {
    private static final String DESCRIBE = "rds:DescribeDBEngineVersions";

    private final RdsClient reading;

    UpgradePath(RdsClient reading) {
        this.reading = reading;
    }

    /**
     * The newest version AWS offers from the live one that is what is asked for.
     *
     * @throws AwsFailure when there is none: the wish is older than what runs, or AWS does not offer the way
     */
    UpgradeTarget target(String engine, String live, String asked) {
        EngineVersion wish = EngineVersion.of(asked);
        if (wish.compareTo(EngineVersion.of(live)) < 0) {
            throw refused(
                    "NoDowngrade",
                    live + " runs and RDS takes no database back to " + asked + ": declare "
                            + EngineVersion.of(live).major() + " or " + live
                            + ", or restore a backup into another instance");
        }
        List<UpgradeTarget> offered = offered(engine, live);
        return offered.stream()
                .filter(it -> EngineVersion.of(it.engineVersion()).meets(wish))
                .max(Comparator.comparing(it -> EngineVersion.of(it.engineVersion())))
                .orElseThrow(() -> refused(
                        "NoUpgradePath",
                        "RDS offers no way from " + live + " to " + asked + ", only to "
                                + offered.stream()
                                        .map(UpgradeTarget::engineVersion)
                                        .collect(Collectors.joining(", "))));
    }

    private List<UpgradeTarget> offered(String engine, String live) {
        DescribeDbEngineVersionsResponse answer = Call.read(
                DESCRIBE,
                () -> reading.describeDBEngineVersions(
                        request -> request.engine(engine).engineVersion(live).includeAll(true)));
        return answer.dbEngineVersions().stream()
                .map(DBEngineVersion::validUpgradeTarget)
                .flatMap(List::stream)
                .toList();
    }

    private static AwsFailure refused(String code, String sentence) {
        return new AwsFailure(new Fault(Fault.Kind.INVALID, RdsInstanceTable.MODIFY, code, sentence));
    }
}
