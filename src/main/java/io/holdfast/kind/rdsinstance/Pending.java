package io.holdfast.kind.rdsinstance;

import static io.holdfast.model.Excuse.Reason.IN_PROGRESS;
import static io.holdfast.model.Excuse.Reason.PENDING_REBOOT;
import static io.holdfast.model.Excuse.Reason.PENDING_WINDOW;

import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.OptionGroupMembership;

/**
 * What RDS has accepted and not done yet. While the instance is steady it waits for the maintenance window, otherwise it
 * is being done.
 *
 * @param desired what is asked for; absent for an instance nobody declares any longer
 */
record Pending(Optional<RdsInstanceState> desired, DBInstance instance, InstanceStatus status) {
    List<Excuse> excuses() {
        List<Excuse> excuses = new ArrayList<>();
        values().forEach((path, value) -> excuse(path, value).ifPresent(excuses::add));
        instance.dbParameterGroups().forEach(group -> parameters(group).ifPresent(excuses::add));
        instance.optionGroupMemberships().forEach(group -> options(group).ifPresent(excuses::add));
        return excuses;
    }

    private Map<String, Optional<Object>> values() {
        return instance.pendingModifiedValues() == null
                ? Map.of()
                : InstanceShape.pending(instance.pendingModifiedValues(), instance.enabledCloudwatchLogsExports());
    }

    private Optional<Excuse> excuse(String path, Optional<Object> value) {
        if (!status.isMoving() && isWantedNow(path, value)) {
            return Optional.empty();
        }
        Reason reason = status.isMoving() ? IN_PROGRESS : PENDING_WINDOW;
        return Optional.of(new Excuse(path, reason, sentence(path, value), value, Optional.empty()));
    }

    /** What the YAML wants at once does not wait for a window, even if somebody parked it there. */
    private boolean isWantedNow(String path, Optional<Object> value) {
        return desired.filter(RdsInstanceState::isImpatient)
                .filter(it ->
                        value.filter(coming -> Wishes.areMet(it, path, coming)).isPresent())
                .isPresent();
    }

    private String sentence(String path, Optional<Object> value) {
        String change = path + value.map(it -> " " + it).orElse("");
        return status.isMoving()
                ? "RDS is changing it: " + change
                : "RDS has accepted " + change + " for the maintenance window " + instance.preferredMaintenanceWindow();
    }

    private Optional<Excuse> parameters(DBParameterGroupStatus group) {
        Object name = String.valueOf(group.dbParameterGroupName());
        return switch (String.valueOf(group.parameterApplyStatus())) {
            case "pending-reboot" ->
                Optional.of(Excuse.coming(
                        "parameterGroup",
                        PENDING_REBOOT,
                        name,
                        "some of its parameters wait for a restart a person must ask for"));
            case "applying" ->
                Optional.of(Excuse.coming("parameterGroup", IN_PROGRESS, name, "RDS is applying its parameters"));
            default -> Optional.empty();
        };
    }

    private Optional<Excuse> options(OptionGroupMembership group) {
        Object name = String.valueOf(group.optionGroupName());
        return switch (String.valueOf(group.status())) {
            case "pending-maintenance-apply" ->
                Optional.of(Excuse.coming(
                        "optionGroup", PENDING_WINDOW, name, "RDS has accepted it for the maintenance window"));
            case "pending-apply", "applying" ->
                Optional.of(Excuse.coming("optionGroup", IN_PROGRESS, name, "RDS is applying it"));
            default -> Optional.empty();
        };
    }
}
