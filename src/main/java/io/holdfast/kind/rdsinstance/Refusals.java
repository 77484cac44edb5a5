package io.holdfast.kind.rdsinstance;

import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Which fields RDS would not let anybody change now, and why: such a difference is reported and left alone. */
final class Refusals {
    static final Set<String> STORAGE = Set.of("allocatedStorage", "storageType", "iops", "storageThroughput");

    private static final String TAGS = "tags.*";

    private Refusals() {}

    static List<Excuse> of(DBInstance instance, InstanceStatus status) {
        Optional<Instant> restart = Optional.ofNullable(instance.automaticRestartTime());
        return switch (status) {
            case OPTIMIZING ->
                held(
                        STORAGE::contains,
                        "RDS is still optimizing the volume after its last change, and takes the next one six hours after that"
                                + " or at the end, whichever is later",
                        Optional.empty());
            case FULL ->
                held(
                        path -> !STORAGE.contains(path),
                        "the volume is full: RDS takes nothing but more storage until it is not",
                        Optional.empty());
            case STOPPED ->
                held(
                        path -> true,
                        "the instance is stopped and takes changes when it runs again"
                                + restart.map(it -> "; AWS starts it by itself at " + it)
                                        .orElse(""),
                        restart);
            case NEEDS_PERSON ->
                held(
                        path -> true,
                        "the instance is " + instance.dbInstanceStatus()
                                + " and takes no changes until a person has helped it",
                        Optional.empty());
            default -> List.of();
        };
    }

    private static List<Excuse> held(Predicate<String> paths, String sentence, Optional<Instant> until) {
        return RdsInstanceTable.FIELDS.paths().stream()
                .filter(path -> !path.equals(TAGS))
                .filter(paths)
                .map(path -> new Excuse(path, Reason.COOLDOWN, sentence, Optional.empty(), until))
                .toList();
    }
}
