package io.holdfast.kind.ecstaskdefinition;

import java.util.List;
import java.util.Optional;

/**
 * What the kernel allows a container.
 *
 * @param capabilities added to or taken from Docker's own choice
 * @param devices of the host
 * @param initProcessEnabled whether an init process reaps its children; AWS says no when absent
 * @param maxSwap MiB of swap
 * @param sharedMemorySize MiB of {@code /dev/shm}
 * @param swappiness 0 to 100
 * @param tmpfs file systems in memory
 */
public record LinuxParameters(
        Optional<Capabilities> capabilities,
        Optional<List<Device>> devices,
        Optional<Boolean> initProcessEnabled,
        Optional<Integer> maxSwap,
        Optional<Integer> sharedMemorySize,
        Optional<Integer> swappiness,
        Optional<List<Tmpfs>> tmpfs) {
    /** Linux capabilities; order means nothing. */
    public record Capabilities(Optional<List<String>> add, Optional<List<String>> drop) {}

    /** A device of the host; it appears under the same path, with all permissions, where nothing else is said. */
    public record Device(String hostPath, Optional<String> containerPath, Optional<List<String>> permissions) {}

    /** A file system in memory, of so many MiB. */
    public record Tmpfs(String containerPath, int size, Optional<List<String>> mountOptions) {}
}
