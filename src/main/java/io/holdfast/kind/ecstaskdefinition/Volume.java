package io.holdfast.kind.ecstaskdefinition;

import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Optional;

/**
 * A volume of a task: one of the four, or one that the service says. Limits: Amazon ECS API Reference, Volume.
 *
 * @param host a folder of the host; empty, scratch space of the task
 * @param configuredAtLaunch whether the service says what it is, among its own volumes; left out, AWS takes false
 * @param efsVolumeConfiguration on Amazon EFS
 * @param dockerVolumeConfiguration made by Docker; not on Fargate
 * @param fsxWindowsFileServerVolumeConfiguration on Amazon FSx; for Windows on instances
 */
public record Volume(
        Optional<Host> host,
        Optional<Boolean> configuredAtLaunch,
        Optional<Efs> efsVolumeConfiguration,
        Optional<Docker> dockerVolumeConfiguration,
        Optional<Fsx> fsxWindowsFileServerVolumeConfiguration) {
    /**
     * A folder of the host.
     *
     * @param sourcePath where the host has it; not on Fargate. Left out, a new folder that ends with the task
     */
    public record Host(Optional<String> sourcePath) {}

    /**
     * On Amazon EFS.
     *
     * @param fileSystemId such as {@code fs-0a1b2c3d4e5f60001}
     * @param rootDirectory the folder of it that is mounted; leave it out with an access point, which has its own.
     *     Left out, AWS takes {@code /}
     * @param transitEncryption {@code ENABLED} or {@code DISABLED}; needed with an access point or IAM. Left out, AWS
     *     takes {@code DISABLED}
     * @param transitEncryptionPort between host and file system; left out, the mount helper chooses
     * @param authorizationConfig how the file system is entered
     */
    public record Efs(
            String fileSystemId,
            Optional<String> rootDirectory,
            Optional<@Pattern(regexp = "ENABLED|DISABLED", message = "ENABLED or DISABLED") String> transitEncryption,
            Optional<Integer> transitEncryptionPort,
            Optional<EfsAuthorization> authorizationConfig) {}

    /**
     * How the file system is entered.
     *
     * @param accessPointId the access point, such as {@code fsap-0a1b2c3d4e5f60001}
     * @param iam whether the task's role is asked: {@code ENABLED} or {@code DISABLED}; left out, AWS takes
     *     {@code DISABLED}
     */
    public record EfsAuthorization(
            Optional<String> accessPointId,
            Optional<@Pattern(regexp = "ENABLED|DISABLED", message = "ENABLED or DISABLED") String> iam) {}

    /**
     * Made by Docker.
     *
     * @param scope {@code task}, ending with the task, or {@code shared}; left out, AWS takes {@code task}
     * @param autoprovision whether a shared one is made where there is none; left out, AWS takes false
     * @param driver such as {@code local}; left out, Docker takes {@code local}
     * @param driverOpts of the driver, by name
     * @param labels of the volume, by name
     */
    public record Docker(
            Optional<@Pattern(regexp = "task|shared", message = "task or shared") String> scope,
            Optional<Boolean> autoprovision,
            Optional<String> driver,
            Optional<Map<String, String>> driverOpts,
            Optional<Map<String, String>> labels) {}

    /**
     * On Amazon FSx for Windows File Server.
     *
     * @param fileSystemId such as {@code fs-0a1b2c3d4e5f60001}
     * @param rootDirectory the folder of it that is mounted, such as {@code share}
     * @param authorizationConfig who enters it
     */
    public record Fsx(String fileSystemId, String rootDirectory, FsxAuthorization authorizationConfig) {}

    /**
     * Who enters the FSx file system.
     *
     * @param credentialsParameter the ARN of the secret or parameter with user name and password
     * @param domain the fully qualified name of the Active Directory domain
     */
    public record FsxAuthorization(String credentialsParameter, String domain) {}
}
