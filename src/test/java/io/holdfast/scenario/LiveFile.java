package io.holdfast.scenario;

import io.holdfast.app.Kinds;
import io.holdfast.drift.DriftDetector;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Kind;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Observed;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resolution;
import io.holdfast.model.ResourceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS shows and what the ledger holds, written down by hand:
 *
 * <pre>
 * now: 2026-03-02T12:00:00Z
 * account: "123456789012"          # left out: nobody has asked STS yet
 * agreed: true                     # declared and live agreed on all of desired.yaml before, but for what `memory` says
 * live:                            # one entry for each declared resource, see LiveEntry
 *   cluster/main: as declared
 *   service/backend: absent
 * memory:                          # see LedgerEntry
 *   service/backend: {applied: {desiredCount: 2}}
 * undeclared:                      # what was managed once and is live
 *   - {id: service/old, key: main/old, owner: ours}
 * </pre>
 */
record LiveFile(LiveState state, Memory memory, Optional<String> account, Instant now) {
    static LiveFile read(Path file, DesiredState desired) throws IOException {
        Tree tree = Tree.read(file);
        Instant now = tree.time("now").orElseThrow();
        boolean agreed = tree.isTrue("agreed");
        Tree live = tree.tree("live");
        Tree memory = tree.tree("memory");
        Map<ResourceId, Observed<?>> observed = observed(live, desired);
        List<Remembered> remembered = new ArrayList<>();
        forgetful(observed, desired, now)
                .resources()
                .forEach(it -> remembered.add(new LedgerEntry(memory.tree(shortName(it.id())), agreed)
                        .remembered(it, desired.revision().commit())));
        Map<Remembered, Observed<?>> undeclared = undeclared(tree, desired.environment());
        remembered.addAll(undeclared.keySet());
        Optional<String> account = tree.text("account");
        List.of(live, memory, tree).forEach(Tree::assertRead);
        return new LiveFile(new LiveState(now, observed, undeclared), new Memory(remembered), account, now);
    }

    private static Map<ResourceId, Observed<?>> observed(Tree live, DesiredState desired) {
        Map<ResourceId, LiveEntry> entries = new HashMap<>();
        desired.resources().forEach(it -> entries.put(it.id(), entry(live, shortName(it.id()))));
        Map<ResourceId, Observed<?>> observed = new HashMap<>();
        Resolution.all(desired, id -> entries.get(id).arn()).forEach(it -> {
            ResourceId id = it.declared().id();
            observed.put(id, entries.get(id).observed(it));
        });
        return observed;
    }

    private static LiveEntry entry(Tree live, String name) {
        return new LiveEntry(
                name, live.take(name).orElseThrow(() -> new AssertionError(live.where() + " says nothing of " + name)));
    }

    /** What would be found by somebody who remembers nothing: what the ledger keeps is told by its names for it. */
    private static DriftReport forgetful(Map<ResourceId, Observed<?>> observed, DesiredState desired, Instant now) {
        return DriftDetector.detect(desired, new LiveState(now, observed, Map.of()), Memory.empty(), now);
    }

    private static Map<Remembered, Observed<?>> undeclared(Tree tree, String environment) {
        Map<Remembered, Observed<?>> undeclared = new HashMap<>();
        for (Tree it : tree.trees("undeclared")) {
            String[] name = it.text("id").orElseThrow().split("/", 2);
            ResourceId id = new ResourceId(environment, kind(name[0]).name(), name[1]);
            Remembered known = Remembered.nothing(id, it.text("key").orElseThrow());
            undeclared.put(known, Observed.present("", new LiveEntry(shortName(id), it.unread()).facts()));
        }
        return undeclared;
    }

    private static Kind<?> kind(String segment) {
        return Kinds.all().stream()
                .filter(it -> it.name().segment().equals(segment))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no kind " + segment));
    }

    static String shortName(ResourceId id) {
        return id.kind().segment() + "/" + id.name();
    }
}
