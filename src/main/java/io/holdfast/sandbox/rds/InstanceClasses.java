package io.holdfast.sandbox.rds;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The instance classes the sandbox offers for PostgreSQL: the current general, memory-optimised and burstable families. */
final class InstanceClasses {

    private static final List<String> BURSTABLE_SIZES =
            List.of("micro", "small", "medium", "large", "xlarge", "2xlarge");
    private static final List<String> SIZES =
            List.of("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge");
    private static final List<String> BURSTABLE = List.of("t3", "t4g");
    private static final List<String> FAMILIES = List.of("m6g", "m6i", "m7g", "r6g", "r6i", "r7g");

    private static final List<String> ALL = Stream.concat(names(BURSTABLE, BURSTABLE_SIZES), names(FAMILIES, SIZES))
            .sorted()
            .toList();
    private static final Set<String> KNOWN = ALL.stream().collect(Collectors.toUnmodifiableSet());

    private InstanceClasses() {}

    static List<String> all() {
        return ALL;
    }

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    private static Stream<String> names(List<String> families, List<String> sizes) {
        return families.stream().flatMap(family -> sizes.stream().map(size -> "db." + family + "." + size));
    }
}
