package io.holdfast.desired.git;

import static io.holdfast.desired.finding.Code.SOURCE_UNAVAILABLE;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.folder.Sheet;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.desired.git.Heads.Accepted;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;

/** One trip from what was fetched to what each environment may follow. */
final class Round {
    private final GitSettings settings;
    private final Heads heads;
    private final Judge judge;
    private final Looks.In looks;
    private final Standing before;
    private final SortedMap<String, Accepted> accepted;
    private final Clock clock;
    private final SortedMap<String, Sheet> sheets = new TreeMap<>();
    private final SortedMap<Binding, Finding> troubles = new TreeMap<>();
    private final Map<String, String> rewritten = new HashMap<>();
    private final SortedSet<String> strangers = new TreeSet<>();
    private final Set<ObjectId> damaged = new HashSet<>();

    Round(
            GitSettings settings,
            Heads heads,
            Judge judge,
            Looks.In looks,
            Standing before,
            SortedMap<String, Accepted> accepted,
            Clock clock) {
        this.settings = settings;
        this.heads = heads;
        this.judge = judge;
        this.looks = looks;
        this.before = before;
        this.accepted = accepted;
        this.clock = clock;
    }

    Standing standing() {
        return new Standing(sheets, troubles, rewritten, strangers);
    }

    /** Heads that were fetched and could not be read. */
    Set<ObjectId> damaged() {
        return Set.copyOf(damaged);
    }

    /** Follows one branch in one of its folders. */
    void follow(Binding place, Tip tip) {
        Optional<Snapshot> snapshot = tip.head().flatMap(it -> read(it, place));
        SortedSet<String> present =
                snapshot.map(it -> bound(it.environments(), place)).orElseGet(TreeSet::new);
        if (snapshot.isPresent() && present.isEmpty()) {
            troubles.put(place, empty(place));
        }
        tip.failure().ifPresent(it -> troubles.put(place, Failures.fetching(settings.address(), place, it)));
        present.forEach(it -> sheets.put(it, sheet(it, place, tip.head().orElseThrow(), snapshot.orElseThrow())));
        snapshot.ifPresent(it -> strangers(it, place));
        SortedSet<String> missed = known(place);
        missed.removeAll(present);
        missed.forEach(it -> missing(it, place, tip.head()));
    }

    private Optional<Snapshot> read(ObjectId head, Binding place) {
        try {
            Look look = looks.at(head, place);
            if (look instanceof Look.Seen seen) {
                return Optional.of(seen.snapshot());
            }
            troubles.put(place, ((Look.Trouble) look).finding());
        } catch (IOException | RuntimeException broken) {
            // JGit meets broken objects with exceptions of any sort; whoever reads the environment hears of it.
            troubles.put(place, Failures.reading(settings.address(), place, broken));
            damaged.add(head);
        }
        return Optional.empty();
    }

    private SortedSet<String> bound(Set<String> environments, Binding place) {
        SortedSet<String> bound = new TreeSet<>(environments);
        bound.removeIf(it -> !settings.bindings().of(it).equals(place));
        return bound;
    }

    /** Whoever may push here may not therefore speak for an environment that comes from elsewhere. */
    private void strangers(Snapshot snapshot, Binding place) {
        snapshot.environments().stream()
                .filter(it -> !settings.bindings().of(it).equals(place))
                .forEach(it -> strangers.add("environment %s in %s is ignored: it comes from %s"
                        .formatted(it, place, settings.bindings().of(it))));
    }

    private Finding empty(Binding place) {
        SortedSet<String> names = settings.bindings().boundTo(place);
        Finding finding = Failures.at(
                place,
                SOURCE_UNAVAILABLE,
                "no environment in " + place + "; an empty desired state is not a wish to delete");
        return place.equals(settings.bindings().others())
                ? finding.allowed("NAME.yaml, or NAME/ with YAML files in it")
                : finding.allowed("NAME.yaml, or NAME/ with YAML files in it, where NAME is what is bound to it: "
                        + String.join(", ", names));
    }

    /** The environments that came from here before. */
    private SortedSet<String> known(Binding place) {
        SortedSet<String> known = new TreeSet<>(before.sheets().keySet());
        accepted.forEach((environment, it) -> {
            if (judge.isOf(it, place)) {
                known.add(environment);
            }
        });
        return bound(known, place);
    }

    private Sheet sheet(String environment, Binding place, ObjectId head, Snapshot snapshot) {
        Optional<Finding> objection = objection(environment, place, head);
        if (objection.isPresent()) {
            return Sheet.held(earlier(environment, place), objection.get());
        }
        return Optional.ofNullable(troubles.get(place))
                .map(it -> Sheet.held(Optional.of(snapshot), it))
                .orElseGet(() -> Sheet.of(snapshot));
    }

    /** An environment whose file is not there: because it was removed, or because nothing can be said. */
    private void missing(String environment, Binding place, Optional<ObjectId> head) {
        Optional<Finding> objection = Optional.ofNullable(troubles.get(place))
                .or(() -> head.flatMap(it -> objection(environment, place, it)));
        if (objection.isPresent()) {
            sheets.put(environment, Sheet.held(earlier(environment, place), objection.get()));
        } else {
            forget(environment);
        }
    }

    private void forget(String environment) {
        try {
            heads.forget(environment);
        } catch (Heads.Unavailable away) {
            // Tried again in the next round; until then it is only remembered for too long.
        }
    }

    /** What stands against following the branch; when nothing does, the head is what is followed from now on. */
    private Optional<Finding> objection(String environment, Binding place, ObjectId head) {
        try {
            Verdict verdict = judge.judge(environment, place, head, accepted, looks.mirror());
            if (verdict.isRewrite()) {
                rewritten.put(environment, head.name());
            }
            if (verdict.objection().isEmpty()) {
                accept(environment, place, head);
            }
            return verdict.objection();
        } catch (Heads.Unavailable away) {
            return Optional.of(Failures.at(place, SOURCE_UNAVAILABLE, String.valueOf(away.getMessage())));
        } catch (IOException | RuntimeException broken) {
            damaged.add(head);
            return Optional.of(Failures.reading(settings.address(), place, broken));
        }
    }

    private void accept(String environment, Binding place, ObjectId head) {
        boolean isNews = Optional.ofNullable(accepted.get(environment))
                .filter(it -> judge.isOf(it, place) && it.commit().equals(head.name()))
                .isEmpty();
        if (isNews) {
            heads.accept(
                    environment, new Accepted(settings.address().text(), place.branch(), head.name(), clock.instant()));
        }
    }

    /** What the environment followed until now, if it is still to be had. */
    private Optional<Snapshot> earlier(String environment, Binding place) {
        return Optional.ofNullable(before.sheets().get(environment))
                .flatMap(Sheet::snapshot)
                .or(() -> Optional.ofNullable(accepted.get(environment))
                        .filter(it -> judge.isOf(it, place))
                        .flatMap(it -> kept(ObjectId.fromString(it.commit()), place)));
    }

    private Optional<Snapshot> kept(ObjectId commit, Binding place) {
        try {
            return looks.mirror().has(commit) && looks.at(commit, place) instanceof Look.Seen seen
                    ? Optional.of(seen.snapshot())
                    : Optional.empty();
        } catch (IOException | RuntimeException gone) {
            return Optional.empty(); // What loaded last is kept elsewhere as well.
        }
    }
}
