package io.holdfast.sandbox.rds;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.datastore.Tags;
import io.holdfast.sandbox.datastore.Values;
import io.holdfast.sandbox.datastore.WeeklyWindow;
import java.time.Instant;
import java.util.Optional;

/** One DB instance: what is set on it, what is pending, and where it stands. */
final class DbInstance {

    private final String resourceId;
    private final Values<Setting> live;
    private final Tags tags;
    private final PendingChanges pending = new PendingChanges();
    private final StorageHistory storage = new StorageHistory();

    private String id;
    private String status = Status.CREATING;
    private Instant createdAt;
    private MasterSecret secret;
    private MinorUpgrade offeredUpgrade;
    private Instant restartAt;
    private String standbyZone = "";
    private String parameterStatus = ParameterStatus.IN_SYNC;
    private boolean working;
    private long generation;

    DbInstance(String id, String resourceId, Values<Setting> live, Tags tags) {
        this.id = requireNonNull(id, "id");
        this.resourceId = requireNonNull(resourceId, "resourceId");
        this.live = requireNonNull(live, "live");
        this.tags = requireNonNull(tags, "tags");
    }

    String id() {
        return id;
    }

    /** Changes the identifier; who keeps instances by their identifier has to be told apart from this. */
    void rename(String newId) {
        id = requireNonNull(newId, "newId");
    }

    /** Never changes and is never given again: what tells this instance from a later one of the same name. */
    String resourceId() {
        return resourceId;
    }

    Values<Setting> live() {
        return live;
    }

    PendingChanges pending() {
        return pending;
    }

    StorageHistory storage() {
        return storage;
    }

    Tags tags() {
        return tags;
    }

    String status() {
        return status;
    }

    void enter(String newStatus) {
        status = requireNonNull(newStatus, "newStatus");
    }

    boolean is(String someStatus) {
        return status.equals(someStatus);
    }

    /** Goes to rest: available, or under the optimization its last storage change left behind. */
    void rest(Instant now) {
        working = false;
        restartAt = null;
        status = storage.isOptimizing(now) ? Status.STORAGE_OPTIMIZATION : Status.AVAILABLE;
    }

    /** Whether accepted changes are being carried out, the short while included in which the status does not show it. */
    boolean isWorking() {
        return working;
    }

    void work() {
        working = true;
    }

    /** Ends whatever is underway: effects scheduled for an earlier generation no longer happen. */
    void interrupt() {
        generation++;
        working = false;
    }

    long generation() {
        return generation;
    }

    /** When the creation ended; empty while it lasts. There is no endpoint before that. */
    Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    void created(Instant now) {
        createdAt = requireNonNull(now, "now");
    }

    /** The secret RDS keeps for the master password; empty when the caller chose the password. */
    Optional<MasterSecret> secret() {
        return Optional.ofNullable(secret);
    }

    void keepSecret(MasterSecret newSecret) {
        secret = requireNonNull(newSecret, "newSecret");
    }

    void dropSecret() {
        secret = null;
    }

    /** The minor upgrade AWS has announced for the maintenance window. */
    Optional<MinorUpgrade> offeredUpgrade() {
        return Optional.ofNullable(offeredUpgrade);
    }

    void offer(MinorUpgrade upgrade) {
        offeredUpgrade = requireNonNull(upgrade, "upgrade");
    }

    void withdrawUpgrade() {
        offeredUpgrade = null;
    }

    /** When AWS will start a stopped instance by itself. */
    Optional<Instant> restartAt() {
        return Optional.ofNullable(restartAt);
    }

    void restartAt(Instant time) {
        restartAt = requireNonNull(time, "time");
    }

    /** Where the standby runs; empty without Multi-AZ. */
    String standbyZone() {
        return standbyZone;
    }

    void standBy(String zone) {
        standbyZone = requireNonNull(zone, "zone");
    }

    /** Primary and standby change places. */
    void failOver() {
        var former = live.text(Setting.AVAILABILITY_ZONE);
        live.put(Setting.AVAILABILITY_ZONE, standbyZone);
        standbyZone = former;
    }

    String parameterStatus() {
        return parameterStatus;
    }

    void parameterStatus(String newStatus) {
        parameterStatus = requireNonNull(newStatus, "newStatus");
    }

    WeeklyWindow maintenanceWindow() {
        return WeeklyWindow.parse(live.text(Setting.MAINTENANCE_WINDOW)).orElseThrow();
    }
}
