package io.holdfast.sandbox.elasticache;

import java.util.List;
import java.util.stream.Stream;

/** The node types the sandbox offers, smallest memory first: what a group can be scaled to is what stands before or after its own. */
final class NodeTypes {

    private static final List<String> FAMILIES = List.of("m5", "m6g", "m7g", "r5", "r6g", "r7g");
    private static final List<String> SIZES = List.of("large", "xlarge", "2xlarge", "4xlarge", "12xlarge");

    private static final List<String> ALL = Stream.concat(
                    Stream.of("micro", "small", "medium")
                            .flatMap(size -> Stream.of("t3", "t4g").map(family -> name(family, size))),
                    SIZES.stream().flatMap(size -> FAMILIES.stream().map(family -> name(family, size))))
            .toList();

    private NodeTypes() {}

    static boolean isKnown(String name) {
        return ALL.contains(name);
    }

    static List<String> larger(String name) {
        return ALL.subList(ALL.indexOf(name) + 1, ALL.size());
    }

    static List<String> smaller(String name) {
        return ALL.subList(0, ALL.indexOf(name));
    }

    private static String name(String family, String size) {
        return "cache." + family + "." + size;
    }
}
