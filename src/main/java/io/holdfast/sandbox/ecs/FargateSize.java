package io.holdfast.sandbox.ecs;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Task sizes: their notations, and the pairs Fargate knows (Amazon ECS Developer Guide, Fargate task CPU and memory). */
final class FargateSize {

    private static final int GB = 1024;

    private static final Map<Integer, Range> MEMORY_BY_CPU = Map.of(
            512, new Range(GB, 4 * GB, GB),
            1024, new Range(2 * GB, 8 * GB, GB),
            2048, new Range(4 * GB, 16 * GB, GB),
            4096, new Range(8 * GB, 30 * GB, GB),
            8192, new Range(16 * GB, 60 * GB, 4 * GB),
            16384, new Range(32 * GB, 120 * GB, 8 * GB));

    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-z]*)");

    private FargateSize() {}

    /** {@code 1 vCPU} is echoed as {@code 1024}. */
    static String cpu(String sent) {
        return units(sent, "vcpu").orElseThrow(() -> EcsErrors.client("Invalid 'cpu' setting for task."));
    }

    /** {@code 2 GB} is echoed as {@code 2048}. */
    static String memory(String sent) {
        return units(sent, "gb").orElseThrow(() -> EcsErrors.client("Invalid 'memory' setting for task."));
    }

    static boolean isKnown(String cpu, String memory) {
        var mib = Integer.parseInt(memory);
        if (cpu.equals("256")) {
            return mib == 512 || mib == GB || mib == 2 * GB;
        }
        var range = MEMORY_BY_CPU.get(Integer.valueOf(cpu));
        return range != null && range.holds(mib);
    }

    private static Optional<String> units(String sent, String unit) {
        var size = SIZE.matcher(sent.trim().toLowerCase(Locale.ROOT));
        if (!size.matches() || size.group(1).length() > 9) {
            return Optional.empty();
        }
        var number = new BigDecimal(size.group(1));
        if (size.group(2).equals(unit)) {
            number = number.multiply(BigDecimal.valueOf(GB));
        } else if (!size.group(2).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.valueOf(number.intValue()));
    }

    private record Range(int least, int most, int step) {

        boolean holds(int mib) {
            return mib >= least && mib <= most && (mib - least) % step == 0;
        }
    }
}
