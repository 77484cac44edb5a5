package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which sizes of a task Fargate offers: Amazon ECS Developer Guide, "Fargate task definition parameters", task size. */
final class FargateSize {
    /** MiB for so many CPU units: from, to, in steps of. */
    private record Range(int from, int to, int step) {
        boolean admits(int memory) {
            return memory >= from && memory <= to && (memory - from) % step == 0;
        }

        @Override
        public String toString() {
            return from + " to " + to + " in steps of " + step;
        }
    }

    private static final int GIB = 1024;

    private static final Map<Integer, Range> GRID = new TreeMap<>(Map.of(
            512, new Range(GIB, 4 * GIB, GIB),
            1024, new Range(2 * GIB, 8 * GIB, GIB),
            2048, new Range(4 * GIB, 16 * GIB, GIB),
            4096, new Range(8 * GIB, 30 * GIB, GIB),
            8192, new Range(16 * GIB, 60 * GIB, 4 * GIB),
            16_384, new Range(32 * GIB, 120 * GIB, 8 * GIB)));

    private static final int SMALLEST = 256;
    private static final List<Integer> WITH_SMALLEST = List.of(512, 1024, 2048);

    private FargateSize() {}

    static List<Problem> problems(EcsTaskDefinitionState declared) {
        if (declared.cpu().isEmpty()) {
            return List.of();
        }
        int cpu = declared.cpu().orElseThrow();
        if (cpu != SMALLEST && !GRID.containsKey(cpu)) {
            return List.of(
                    new Problem("cpu", "Fargate has no such task size", SMALLEST + ", " + String.join(", ", sizes())));
        }
        return declared.memory().flatMap(it -> memory(cpu, it)).stream().toList();
    }

    private static Optional<Problem> memory(int cpu, int memory) {
        boolean offered =
                cpu == SMALLEST ? WITH_SMALLEST.contains(memory) : GRID.get(cpu).admits(memory);
        String allowed = cpu == SMALLEST ? "512, 1024 or 2048" : GRID.get(cpu).toString();
        return offered
                ? Optional.empty()
                : Optional.of(new Problem("memory", "Fargate has no such memory with cpu " + cpu, allowed));
    }

    private static List<String> sizes() {
        return GRID.keySet().stream().map(String::valueOf).toList();
    }
}
