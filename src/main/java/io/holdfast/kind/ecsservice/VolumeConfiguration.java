package io.holdfast.kind.ecsservice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A volume made with each task.
 *
 * @param name of the task definition's volume that is {@code configuredAtLaunch}
 * @param managedEBSVolume what is made
 */
public record VolumeConfiguration(String name, Optional<Ebs> managedEBSVolume) {
    /**
     * A volume on Amazon EBS, made with the task and deleted with it. Limits: Amazon ECS API Reference,
     * ServiceManagedEBSVolumeConfiguration.
     *
     * @param roleArn as whom ECS makes it
     * @param encrypted whether it is; left out, a setting of the account decides
     * @param kmsKeyId with which key: id, ARN or alias; left out, AWS keeps a key for it
     * @param volumeType such as {@code gp3}; left out, AWS takes {@code gp3}
     * @param sizeInGiB GiB; needed unless there is a snapshot, whose size is taken then
     * @param snapshotId what it begins with; left out, it is empty
     * @param volumeInitializationRate MiB a second at which the snapshot is loaded, 100 to 300; left out, as it comes
     * @param iops operations a second; needed for io1 and io2. Left out, AWS takes the least of the type
     * @param throughput MiB a second, for gp3; left out, AWS takes 125
     * @param tagSpecifications tags of the volume
     * @param filesystemType such as {@code ext4}; a snapshot must have the same. Left out, AWS takes {@code xfs}
     */
    public record Ebs(
            String roleArn,
            Optional<Boolean> encrypted,
            Optional<String> kmsKeyId,
            Optional<String> volumeType,
            Optional<Integer> sizeInGiB,
            Optional<String> snapshotId,
            Optional<Integer> volumeInitializationRate,
            Optional<Integer> iops,
            Optional<Integer> throughput,
            Optional<List<Tags>> tagSpecifications,
            Optional<String> filesystemType) {}

    /**
     * Tags of what is made.
     *
     * @param resourceType {@code volume}
     * @param tags by key
     * @param propagateTags whose tags it gets besides: {@code SERVICE}, {@code TASK_DEFINITION} or {@code NONE}
     */
    public record Tags(String resourceType, Optional<Map<String, String>> tags, Optional<String> propagateTags) {}
}
