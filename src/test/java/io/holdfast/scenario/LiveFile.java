package io.holdfast.scenario;

import io.holdfast.app.Kinds;
import io.holdfast.aws.StateRecords;
import io.holdfast.drift.DriftDetector;
import io.holdfast.model.Decision;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Kind;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Observed;
import io.holdfast.model.Pause;
import io.holdfast.model.Plan;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resolution;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Standing;
import io.holdfast.model.Straying;
import io.holdfast.model.Undeclared;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
 *   - {id: service/old, key: main/old, owner: ours, state: {...}, astray: PT1H, looks: 2, protected: true}
 * pauses: [{scope: test, by: alice, until: TIME}]
 * decisions: [{by: alice, approved: true, names: [database/main], at: TIME, of: COMMIT}]
 * </pre>
 */
record LiveFile(
        LiveState state, Memory memory, Optional<String> account, List<Pause> pauses, List<Tree> words, Instant now) {
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
        List<Undeclared<?>> undeclared = undeclared(tree, desired.environment(), now);
        undeclared.forEach(it -> remembered.add(it.known()));
        List<Pause> pauses =
                tree.trees("pauses").stream().map(it -> pause(it, now)).toList();
        List<Tree> words = tree.trees("decisions");
        Optional<String> account = tree.text("account");
        List.of(live, memory, tree).forEach(Tree::assertRead);
        return new LiveFile(
                new LiveState(now, observed, undeclared), new Memory(remembered), account, pauses, words, now);
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
        return DriftDetector.detect(desired, new LiveState(now, observed, List.of()), Memory.empty(), now);
    }

    private static List<Undeclared<?>> undeclared(Tree tree, String environment, Instant now) {
        List<Undeclared<?>> undeclared = new ArrayList<>();
        for (Tree it : tree.trees("undeclared")) {
            String[] name = it.text("id").orElseThrow().split("/", 2);
            Kind<?> kind = kind(name[0]);
            ResourceId id = new ResourceId(environment, kind.name(), name[1]);
            Remembered known = Remembered.nothing(id, it.text("key").orElseThrow())
                    .protecting(it.isTrue("protected"))
                    .straying(straying(it, now));
            undeclared.add(undeclared(kind, known, it));
        }
        return undeclared;
    }

    /** {@code astray: PT1H} before now, found so by {@code looks}. */
    private static Optional<Straying> straying(Tree tree, Instant now) {
        int looks = tree.text("looks").map(Integer::valueOf).orElse(1);
        return tree.text("astray").map(Duration::parse).map(it -> new Straying(now.minus(it), looks));
    }

    private static <S> Undeclared<S> undeclared(Kind<S> kind, Remembered known, Tree tree) {
        if (tree.isTrue("unseen")) {
            return new Undeclared<>(kind, known, LiveEntry.unseen());
        }
        Map<String, Object> members = tree.tree("state").unread();
        S state = kind.stateType()
                .cast(StateRecords.read(members, kind.stateType().asSubclass(Record.class)));
        LiveEntry entry = new LiveEntry(shortName(known.id()), tree.unread());
        return new Undeclared<>(kind, known, Observed.present(state, entry.facts()));
    }

    private static Pause pause(Tree tree, Instant now) {
        Pause pause = new Pause(
                tree.text("scope").orElse("test"),
                "as the scenario says",
                tree.text("by").orElseThrow(),
                now.minusSeconds(60),
                tree.time("until"));
        tree.assertRead();
        return pause;
    }

    /**
     * What people said: {@code {by: alice, approved: true, names: [database/main], at: TIME, of: COMMIT}}, each of all changes of a
     * plan as they saw it.
     */
    Standing standing(Plan seen) {
        List<Decision> decisions = words.stream().map(it -> decision(it, seen)).toList();
        return new Standing(decisions, pauses);
    }

    private Decision decision(Tree tree, Plan seen) {
        List<String> names = tree.texts("names");
        Instant at = tree.time("at").orElse(now.minusSeconds(60));
        Decision decision = new Decision(
                "decision",
                seen.environment(),
                seen.id(),
                tree.text("of").orElse(seen.report().desired().revision().commit()),
                tree.isTrue("approved"),
                tree.text("by").orElseThrow(),
                Optional.empty(),
                at,
                at.plus(seen.report().desired().policy().approvals().validFor()),
                seen.changes().stream()
                        .map(it -> Decision.Item.of(it, names.contains(shortName(it.id()))))
                        .toList());
        tree.assertRead();
        return decision;
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
