package io.holdfast.kind.ecsservice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A volume made with each task.
 *
 * @param name of the task definition's volume that is configured at launch
 * @param managedEBSVolume what is made
 */
public record VolumeConfiguration(String name, Optional<Ebs> managedEBSVolume) {
    /**
     * A volume on Amazon EBS.
     *
     * @param roleArn as whom ECS makes it
     * @param filesystemType {@code xfs} when absent
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

    /** Tags of what is made. */
    public record Tags(String resourceType, Optional<Map<String, String>> tags, Optional<String> propagateTags) {}
}
