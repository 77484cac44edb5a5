package io.holdfast.kind.ecstaskdefinition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;

/**
 * What the kernel allows a container. Limits: Amazon ECS API Reference, LinuxParameters.
 *
 * @param capabilities added to or taken from Docker's own choice
 * @param devices of the host; not on Fargate
 * @param initProcessEnabled whether an init process takes signals and reaps children; left out, AWS takes false
 * @param maxSwap MiB of swap, 0 for none; not on Fargate. Left out, the instance's setting decides
 * @param sharedMemorySize MiB of {@code /dev/shm}; not on Fargate
 * @param swappiness 0 (swap only when there must be) to 100; only with {@code maxSwap}. Left out, 60
 * @param tmpfs file systems in memory
 */
public record LinuxParameters(
        Optional<Capabilities> capabilities,
        Optional<List<Device>> devices,
        Optional<Boolean> initProcessEnabled,
        Optional<@Min(0) Integer> maxSwap,
        Optional<@Min(1) Integer> sharedMemorySize,
        Optional<@Min(0) @Max(100) Integer> swappiness,
        Optional<List<Tmpfs>> tmpfs) {
    /**
     * Linux capabilities; order means nothing.
     *
     * @param add such as {@code SYS_PTRACE}, the one that Fargate adds
     * @param drop such as {@code NET_RAW}, or {@code ALL}
     */
    public record Capabilities(Optional<List<String>> add, Optional<List<String>> drop) {}

    /**
     * A device of the host.
     *
     * @param hostPath where the host has it, such as {@code /dev/fuse}
     * @param containerPath where the container sees it; left out, in the same place
     * @param permissions {@code read}, {@code write}, {@code mknod}; left out, all three
     */
    public record Device(String hostPath, Optional<String> containerPath, Optional<List<String>> permissions) {}

    /**
     * A file system in memory.
     *
     * @param containerPath where the container sees it, such as {@code /run}
     * @param size MiB, at most
     * @param mountOptions such as {@code noexec}
     */
    public record Tmpfs(String containerPath, int size, Optional<List<String>> mountOptions) {}
}
