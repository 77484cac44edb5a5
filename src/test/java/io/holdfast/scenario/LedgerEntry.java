package io.holdfast.scenario;

import io.holdfast.model.Attempt;
import io.holdfast.model.Declared;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.Expectation;
import io.holdfast.model.Fault;
import io.holdfast.model.FirstLook;
import io.holdfast.model.Intent;
import io.holdfast.model.Normal;
import io.holdfast.model.Rejection;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.TurnBack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the ledger holds of one resource:
 *
 * <pre>
 * {applied: {desiredCount: 2, platformVersion: null}, firstLook: {desired: {PATH: ...}, live: {PATH: ...}}, intent: TIME,
 *  turnedBack: {PATH: {times: 3, last: TIME, commit: ..., rival: ..., unshown: true}},
 *  expectation: {paths: [desiredCount], since: TIME, accepted: true, token: ...},
 * rejection: {reason: ROLLED_BACK}, attempt: {fault: THROTTLED, count: 2, notBefore: TIME}}
 * </pre>
 *
 * Under {@code agreed: true} what is declared was applied, but for what {@code applied} says; {@code null}: never declared.
 * What was expected,
 * undone or tried is the desired state as it is now, unless it is said to be {@code of} another.
 */
record LedgerEntry(Tree tree, boolean agreed) {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final String SENTENCE = "as the scenario says";

    Remembered remembered(ResourceDrift now, String commit) {
        Remembered remembered = Remembered.nothing(now.id(), now.key())
                .seen(Optional.empty(), applied(now.declared()), firstLook(), new TreeMap<>())
                .with(tree.time("intent").map(at -> new Intent("token", at)))
                .attempted(tree.take("attempt").map(it -> attempt(Tree.of(tree.where(), it), now, commit)))
                .expecting(tree.take("expectation").map(it -> expectation(Tree.of(tree.where(), it), now)))
                .rejected(tree.take("rejection").map(it -> rejection(Tree.of(tree.where(), it), now)))
                .turnedBack(turnedBack(tree.tree("turnedBack"), now, commit));
        tree.assertRead();
        return remembered;
    }

    /** What is not said to have differed from the beginning was declared later; without a memory nobody knows. */
    private Optional<FirstLook> firstLook() {
        Tree first = tree.tree("firstLook");
        FirstLook known = FirstLook.of(
                new TreeMap<>(first.tree("desired").unread()),
                new TreeMap<>(first.tree("live").unread()));
        first.assertRead();
        return agreed || !known.isEmpty() ? Optional.of(known) : Optional.empty();
    }

    /** Field path to how often, all of it in the last hour. */
    private static SortedMap<String, TurnBack> turnedBack(Tree tree, ResourceDrift now, String commit) {
        SortedMap<String, TurnBack> counts = new TreeMap<>();
        tree.unread().forEach((path, value) -> {
            Tree it = Tree.of(tree.where() + " " + path, value);
            Instant last = it.time("last").orElseThrow();
            counts.put(
                    path,
                    new TurnBack(
                            Integer.parseInt(it.text("times").orElseThrow()),
                            last.minus(Duration.ofMinutes(30)),
                            last,
                            it.text("commit").orElse(commit),
                            it.text("rival").orElse("5"),
                            it.isTrue("unshown") ? Optional.of(asked(path, now)) : Optional.empty()));
            it.assertRead();
        });
        return counts;
    }

    /** What is asked for now, of a field or of the resource itself. */
    private static String asked(String path, ResourceDrift now) {
        return now.fields().stream()
                .filter(it -> it.path().equals(path))
                .map(it -> it.difference().digest())
                .findFirst()
                .orElseGet(() -> (now.observed().isAbsent() ? "create " : "adopt ") + now.digest());
    }

    private <S> SortedMap<String, Object> applied(Declared<S> declared) {
        SortedMap<String, Object> applied = new TreeMap<>();
        if (agreed) {
            applied.putAll(declared.kind().fields().values(declared.state()));
            declared.kind().fields().owned(declared.state()).forEach(map -> applied.put(map, Map.of()));
        }
        tree.tree("applied").unread().forEach((path, value) -> {
            if (value == null) {
                applied.remove(path);
            } else {
                applied.put(path, Normal.of(value));
            }
        });
        return applied;
    }

    private static Attempt attempt(Tree tree, ResourceDrift now, String commit) {
        Fault.Kind kind = Fault.Kind.valueOf(tree.text("fault").orElseThrow());
        Attempt attempt = new Attempt(
                now.fingerprint(),
                commit,
                tree.text("count").map(Integer::valueOf).orElse(1),
                tree.time("notBefore").orElseThrow(),
                new Fault(kind, "test:Write", kind.name(), SENTENCE));
        tree.assertRead();
        return attempt;
    }

    private static Rejection rejection(Tree tree, ResourceDrift now) {
        Rejection rejection = new Rejection(
                tree.text("of").orElse(now.digest()),
                Reason.valueOf(tree.text("reason").orElseThrow()),
                SENTENCE,
                Instant.EPOCH);
        tree.assertRead();
        return rejection;
    }

    private static Expectation expectation(Tree tree, ResourceDrift now) {
        Instant since = tree.time("since").orElseThrow();
        Expectation expectation = new Expectation(
                tree.text("of").orElse(now.digest()),
                tree.text("token").orElse(""),
                tree.texts("paths"),
                tree.isTrue("accepted"),
                since,
                since.plus(PATIENCE));
        tree.assertRead();
        return expectation;
    }
}
