package io.holdfast.estate;

import io.holdfast.sandbox.CallLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a disturbed run ended, for comparison with the undisturbed one.
 *
 * @param trouble why it did not settle; empty if it did, and then live is as declared
 * @param made how many there are of what has no name of its own: revisions and service deployments
 * @param deletes calls that take something away
 * @param restless writes after it had settled
 */
record Ending(String trouble, Map<String, Integer> made, List<String> deletes, List<String> restless) {
    private static final int QUIET_PASSES = 5;

    /** Looks at what came of a run, five quiet passes later. */
    static Ending of(Estate estate, String environment, String trouble, Duration between) {
        int before = estate.writes().size();
        for (int i = 0; i < QUIET_PASSES; i++) {
            estate.clock().advance(between);
            estate.pass(environment);
        }
        List<String> writes =
                estate.writes().stream().map(CallLog.Entry::operation).toList();
        return new Ending(
                trouble,
                Inventory.of(estate.sandbox()),
                writes.stream().filter(Ending::takesAway).toList(),
                writes.subList(before, writes.size()));
    }

    /**
     * The same without counting revisions: a stale look can hide the one registered a moment ago, and then another one of the
     * same content is registered. No second deployment comes of it.
     */
    Ending withoutRevisions() {
        Map<String, Integer> others = new TreeMap<>(made);
        others.remove(Inventory.REVISIONS);
        return new Ending(trouble, others, deletes, restless);
    }

    /** What is wrong with it; empty if it is as good as the undisturbed one. */
    String against(Ending undisturbed) {
        List<String> wrong = new ArrayList<>();
        if (!trouble.isEmpty()) {
            wrong.add(trouble);
        }
        if (!made.equals(undisturbed.made)) {
            wrong.add("made " + made + ", undisturbed " + undisturbed.made);
        }
        if (!deletes.isEmpty()) {
            wrong.add("deleted: " + deletes);
        }
        if (!restless.isEmpty()) {
            wrong.add("wrote after it had settled: " + restless);
        }
        return String.join("\n  ", wrong);
    }

    private static boolean takesAway(String operation) {
        return operation.startsWith("Delete") || operation.startsWith("Deregister");
    }
}
