package io.holdfast.kind.rdsinstance;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Call;
import io.holdfast.aws.FinalSnapshot;
import io.holdfast.aws.Pages;
import io.holdfast.aws.Pairs;
import io.holdfast.aws.Sent;
import io.holdfast.aws.Shapes;
import io.holdfast.model.Actuator;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Removal;
import io.holdfast.model.Step;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** Makes, changes and deletes RDS instances; none goes without a final snapshot. */
final class RdsInstanceActuator implements Actuator<RdsInstanceState> {
    private final AwsAccess access;
    private final UpgradePath upgrades;

    RdsInstanceActuator(AwsAccess access) {
        this.access = access;
        this.upgrades = new UpgradePath(access.reading().rds());
    }

    @Override
    public Outcome create(Order<RdsInstanceState> order) {
        Map<String, Object> tree = Requests.create(order.desired(), order.ownershipTags());
        return Call.act(RdsInstanceTable.CREATE, () -> {
            CreateDbInstanceRequest request =
                    Shapes.fill(CreateDbInstanceRequest.builder(), tree).build();
            String arn = unless(
                    unless(rds().createDBInstance(request).dbInstance(), "DBInstance")
                            .dbInstanceArn(),
                    "DBInstance.DBInstanceArn");
            return Outcome.underway("", Patience.CREATE, arn);
        });
    }

    @Override
    public Outcome update(Order<RdsInstanceState> order, Step step) {
        return step.call().equals(RdsInstanceTable.TAG)
                ? tag(order, Sent.tags(step, order.desired().tags()))
                : modify(order, step);
    }

    @Override
    public Outcome adopt(Order<RdsInstanceState> order) {
        return tag(order, order.ownershipTags());
    }

    /** Automated backups are kept as well: RDS takes leaving them out for a wish to lose them. */
    @Override
    public Outcome delete(Removal<RdsInstanceState> removal, Step step) {
        return Call.remove(RdsInstanceTable.DELETE, () -> {
            String snapshot = FinalSnapshot.name(
                    RdsInstanceTable.DELETE, removal.key(), removal.token(), snapshotsOf(removal.key()));
            unless(
                    rds().deleteDBInstance(request -> request.dbInstanceIdentifier(removal.key())
                                    .skipFinalSnapshot(false)
                                    .finalDBSnapshotIdentifier(snapshot)
                                    .deleteAutomatedBackups(false))
                            .dbInstance(),
                    "DBInstance");
            return Outcome.underway("", Patience.DELETE);
        });
    }

    private List<String> snapshotsOf(String identifier) {
        return Call.read(
                "rds:DescribeDBSnapshots",
                () -> Pages.all(
                                marker -> access.reading()
                                        .rds()
                                        .describeDBSnapshots(request -> request.dbInstanceIdentifier(identifier)
                                                .snapshotType("manual")
                                                .marker(marker)),
                                DescribeDbSnapshotsResponse::hasDbSnapshots,
                                DescribeDbSnapshotsResponse::dbSnapshots,
                                DescribeDbSnapshotsResponse::marker)
                        .stream()
                        .map(DBSnapshot::dbSnapshotIdentifier)
                        .toList());
    }

    private Outcome modify(Order<RdsInstanceState> order, Step step) {
        return Call.act(RdsInstanceTable.MODIFY, () -> {
            Map<String, Object> tree = Requests.modify(order, step, upgrades);
            ModifyDbInstanceRequest request =
                    Shapes.fill(ModifyDbInstanceRequest.builder(), tree).build();
            unless(rds().modifyDBInstance(request).dbInstance(), "DBInstance");
            return Parked.isOutOfSight(order.desired(), step)
                    ? Patience.outOfSight(Windows.untilNextIsOver(
                            order.live().flatMap(it -> it.state().preferredMaintenanceWindow()),
                            access.clock().instant()))
                    : Patience.outcome(step);
        });
    }

    private Outcome tag(Order<RdsInstanceState> order, Map<String, String> tags) {
        String arn = order.live().orElseThrow().facts().arn();
        Map<String, Object> tree = Map.of("resourceName", arn, "tags", Pairs.list(tags, "key", "value"));
        return Call.act(RdsInstanceTable.TAG, () -> {
            rds().addTagsToResource(Shapes.fill(AddTagsToResourceRequest.builder(), tree)
                    .build());
            return Outcome.done();
        });
    }

    private RdsClient rds() {
        return access.writing().rds();
    }
}
