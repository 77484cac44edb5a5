package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.TestSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.RdsException;

/** A sandbox with RDS in it, and the real client. It is a Sunday, five hours after the maintenance window opened. */
final class RdsScene {

    static final String ID = "rupaya-prod";

    /** Longer than anything RDS does here but a storage optimization. */
    static final Duration LONG_ENOUGH = Duration.ofHours(2);

    private final TestSandbox sandbox = new TestSandbox(Map.of(Rds.NAME, new Rds()));
    final RdsClient rds;
    final RdsBackstage backstage;

    RdsScene() {
        rds = sandbox.client(RdsClient.builder(), "test");
        backstage = new RdsBackstage(sandbox.world());
    }

    /** A scene with an available instance in it. */
    static RdsScene withDatabase(Consumer<CreateDbInstanceRequest.Builder> differences) {
        var scene = new RdsScene();
        scene.create(differences);
        scene.advance(LONG_ENOUGH);
        return scene;
    }

    static RdsScene withDatabase() {
        return withDatabase(same -> {});
    }

    DBInstance create(Consumer<CreateDbInstanceRequest.Builder> differences) {
        var request = CreateDbInstanceRequest.builder()
                .dbInstanceIdentifier(ID)
                .dbInstanceClass("db.t4g.medium")
                .engine("postgres")
                .engineVersion("15")
                .masterUsername("rupaya")
                .manageMasterUserPassword(true)
                .allocatedStorage(100)
                .preferredBackupWindow("02:00-02:30")
                .preferredMaintenanceWindow("sun:05:00-sun:05:30");
        differences.accept(request);
        return rds.createDBInstance(request.build()).dbInstance();
    }

    DBInstance modify(Consumer<ModifyDbInstanceRequest.Builder> changes) {
        var request = ModifyDbInstanceRequest.builder().dbInstanceIdentifier(ID);
        changes.accept(request);
        return rds.modifyDBInstance(request.build()).dbInstance();
    }

    DBInstance modifyNow(Consumer<ModifyDbInstanceRequest.Builder> changes) {
        return modify(request -> changes.accept(request.applyImmediately(true)));
    }

    DBInstance instance() {
        return rds.describeDBInstances(query -> query.dbInstanceIdentifier(ID))
                .dbInstances()
                .get(0);
    }

    String status() {
        return instance().dbInstanceStatus();
    }

    void advance(Duration time) {
        sandbox.advance(time);
        sandbox.sandbox().settle();
    }

    void advanceTo(String time) {
        advance(Duration.between(sandbox.world().timeline().now(), Instant.parse(time)));
    }

    /** Whether a fresh instance like this one would take the upgrade. */
    static boolean takesUpgradeTo(String version) {
        var scene = withDatabase();
        return codeOf(() -> scene.modify(
                                request -> request.engineVersion(version).allowMajorVersionUpgrade(true)))
                        .isEmpty()
                && scene.instance().pendingModifiedValues().engineVersion() != null;
    }

    /** The code with which the action is refused; empty when it is not. */
    static String codeOf(Runnable action) {
        try {
            action.run();
            return "";
        } catch (RdsException refusal) {
            return refusal.awsErrorDetails().errorCode();
        }
    }
}
