package io.holdfast.aws;

import java.util.List;

/** Which operations change nothing. */
final class Operations {
    private static final List<String> READS = List.of("Describe", "List", "Get", "BatchGet", "Simulate");

    private Operations() {}

    static boolean isRead(String operation) {
        return READS.stream().anyMatch(operation::startsWith);
    }

    /** The bucket a call is counted against, such as {@code ecs:read}. */
    static String family(String service, String operation) {
        return service + (isRead(operation) ? ":read" : ":write");
    }
}
