package io.holdfast.kind.ecstaskdefinition;

import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Optional;

/**
 * A volume of a task.
 *
 * @param host a folder of the host; an empty one is the task's own and says nothing
 * @param configuredAtLaunch whether the service says what it is; stays paired with the service's volumeConfigurations
 * @param efsVolumeConfiguration on Amazon EFS
 * @param dockerVolumeConfiguration made by Docker; not on Fargate
 * @param fsxWindowsFileServerVolumeConfiguration on Amazon FSx
 */
public record Volume(
        Optional<Host> host,
        Optional<Boolean> configuredAtLaunch,
        Optional<Efs> efsVolumeConfiguration,
        Optional<Docker> dockerVolumeConfiguration,
        Optional<Fsx> fsxWindowsFileServerVolumeConfiguration) {
    /** A folder of the host; absent means one that ends with the task. */
    public record Host(Optional<String> sourcePath) {}

    /**
     * On Amazon EFS.
     *
     * @param rootDirectory {@code /} when absent
     * @param transitEncryption {@code DISABLED} when absent
     * @param transitEncryptionPort chosen by the mount helper when absent
     */
    public record Efs(
            String fileSystemId,
            Optional<String> rootDirectory,
            Optional<@Pattern(regexp = "ENABLED|DISABLED", message = "ENABLED or DISABLED") String> transitEncryption,
            Optional<Integer> transitEncryptionPort,
            Optional<EfsAuthorization> authorizationConfig) {}

    /** How the file system is entered; {@code iam} is {@code DISABLED} when absent. */
    public record EfsAuthorization(
            Optional<String> accessPointId,
            Optional<@Pattern(regexp = "ENABLED|DISABLED", message = "ENABLED or DISABLED") String> iam) {}

    /** Made by Docker. */
    public record Docker(
            Optional<@Pattern(regexp = "task|shared", message = "task or shared") String> scope,
            Optional<Boolean> autoprovision,
            Optional<String> driver,
            Optional<Map<String, String>> driverOpts,
            Optional<Map<String, String>> labels) {}

    /** On Amazon FSx. */
    public record Fsx(String fileSystemId, String rootDirectory, FsxAuthorization authorizationConfig) {}

    /** Who enters the FSx file system: a secret's ARN, and the domain. */
    public record FsxAuthorization(String credentialsParameter, String domain) {}
}
