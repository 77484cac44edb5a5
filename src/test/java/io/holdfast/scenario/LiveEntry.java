package io.holdfast.scenario;

import io.holdfast.aws.StateRecords;
import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Facts;
import io.holdfast.model.Fault;
import io.holdfast.model.Health;
import io.holdfast.model.Observed;
import io.holdfast.model.Ownership;
import io.holdfast.model.Resolution;
import io.holdfast.model.Rollout;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What AWS shows of one resource: {@code absent}, {@code as declared}, or
 *
 * <pre>
 * {unseen: DENIED}
 * {state: {...}}                              # all of it, as AWS would fill it in
 * {but: {desiredCount: 5, launchType: null}}  # as declared but for these; null: AWS shows nothing
 * </pre>
 *
 * beside {@code owner} (ours, nobody, unknown or a name), {@code underway}, {@code health}, {@code excuses} and
 * {@code rollout}: what the kind's observer makes of AWS's answer.
 */
record LiveEntry(String name, Object entry) {
    private static final String SENTENCE = "as the scenario says";

    /** What AWS calls it; empty for what is not to be seen. */
    Optional<String> arn() {
        return isPresent() ? Optional.of("arn:" + name) : Optional.empty();
    }

    <S> Observed<S> observed(Resolution<S> resolution) {
        if (entry.equals("absent")) {
            return Observed.absent();
        }
        if (!isPresent()) {
            Tree tree = tree();
            Fault.Kind kind = tree.text("unseen").map(Fault.Kind::valueOf).orElseThrow();
            tree.assertRead();
            return Observed.unseen(new Fault(kind, "test:Describe", kind.name(), SENTENCE));
        }
        Tree tree = tree();
        S state = state(resolution, tree);
        return Observed.present(state, facts(tree));
    }

    /** Nobody could look. */
    static <S> Observed<S> unseen() {
        return Observed.unseen(new Fault(Fault.Kind.TRANSIENT, "test:Describe", "TRANSIENT", SENTENCE));
    }

    Facts facts() {
        return facts(tree());
    }

    private boolean isPresent() {
        return !entry.equals("absent") && !(entry instanceof Map<?, ?> map && map.containsKey("unseen"));
    }

    private Tree tree() {
        return Tree.of(name, entry.equals("as declared") ? Map.of() : entry);
    }

    private static <S> S state(Resolution<S> resolution, Tree tree) {
        S declared = resolution.declared().state();
        Class<S> type = resolution.declared().kind().stateType();
        Map<String, Object> members = tree.take("state")
                .map(it -> Tree.of(tree.where(), it).unread())
                .orElseGet(() -> StateRecords.tree((Record) declared));
        Map<String, Object> live = merged(members, tree.tree("but").unread());
        return type.cast(StateRecords.read(live, type.asSubclass(Record.class)));
    }

    /** Map by map; {@code null} takes a member away. */
    private static Map<String, Object> merged(Map<String, Object> members, Map<String, Object> other) {
        Map<String, Object> merged = new TreeMap<>(members);
        other.forEach((key, value) -> {
            boolean isNested = value instanceof Map<?, ?> && merged.get(key) instanceof Map<?, ?>;
            if (isNested) {
                merged.put(
                        key,
                        merged(
                                Tree.of(key, merged.get(key)).unread(),
                                Tree.of(key, value).unread()));
            } else if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    private Facts facts(Tree tree) {
        Facts facts = new Facts(
                "arn:" + name,
                tree.text("owner").map(LiveEntry::owner).orElseGet(Ownership::ours),
                tree.text("health").map(LiveEntry::health).orElseGet(Health::healthy),
                tree.text("underway"),
                tree.trees("excuses").stream().map(LiveEntry::excuse).toList(),
                tree.take("rollout").map(it -> rollout(Tree.of(name + " rollout", it))));
        tree.assertRead();
        return facts;
    }

    private static Ownership owner(String word) {
        return switch (word) {
            case "ours" -> Ownership.ours();
            case "nobody" -> Ownership.unowned();
            case "unknown" -> Ownership.unknown();
            default -> Ownership.foreign(word);
        };
    }

    private static Health health(String word) {
        return Health.of(Health.Status.valueOf(word), SENTENCE);
    }

    private static Excuse excuse(Tree tree) {
        Excuse excuse = new Excuse(
                tree.text("path").orElseThrow(),
                Reason.valueOf(tree.text("reason").orElseThrow()),
                SENTENCE,
                tree.take("value"),
                tree.time("until"));
        tree.assertRead();
        return excuse;
    }

    private static Rollout rollout(Tree tree) {
        Rollout rollout = new Rollout(
                tree.text("token").orElseThrow(),
                Rollout.Status.valueOf(tree.text("status").orElseThrow()),
                SENTENCE);
        tree.assertRead();
        return rollout;
    }
}
