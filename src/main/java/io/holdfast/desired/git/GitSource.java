package io.holdfast.desired.git;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Place;
import io.holdfast.desired.folder.Sight;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Follows a repository beside the loop, and tells the loop at once how things stood after the last fetch. */
public final class GitSource implements Place, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GitSource.class);

    private final GitSettings settings;
    private final Heads heads;
    private final Follower follower;
    private final Clock clock;
    private final Executor fetcher;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile Optional<Standing> standing = Optional.empty();
    private Runnable news = () -> {};
    private Instant due = Instant.MIN;
    private boolean running;
    private boolean again;

    /**
     * A source that has fetched nothing yet.
     *
     * @param bytesPerFile larger files are not read
     * @param fetcher runs one fetch at a time, on another thread than asks for the desired state
     */
    public GitSource(
            GitSettings settings, int bytesPerFile, Heads heads, CommitTrust trust, Executor fetcher, Clock clock) {
        this.settings = settings;
        this.heads = heads;
        this.clock = clock;
        this.fetcher = fetcher;
        Remote remote = new Remote(settings, clock, stopped);
        this.follower = new Follower(settings, heads, trust, remote, new Looks(bytesPerFile), clock);
    }

    /** Who is told when something has changed; before the first look. */
    public synchronized void tell(Runnable listener) {
        news = listener;
    }

    @Override
    public String name() {
        return settings.bindings().others().root();
    }

    /** Begins a fetch when one is due. Never waits; meant to be called about once a second. */
    public synchronized void tick() {
        fetchIfDue();
    }

    /** How things stood after the last fetch; when another is due, it begins. */
    @Override
    public Sight look(Set<String> known) {
        fetchIfDue();
        return standing.map(it -> it.sight(settings.bindings(), known)).orElseGet(this::notYet);
    }

    private Sight notYet() {
        Finding finding = Failures.at(
                settings.bindings().others(),
                Code.SOURCE_UNAVAILABLE,
                settings.address() + " has not been fetched yet since the start");
        return new Sight(new TreeMap<>(), Optional.of(finding));
    }

    /** Fetches as soon as possible. Never waits; however often it is called meanwhile, there is one fetch more. */
    public synchronized void wake() {
        due = Instant.MIN;
        fetchIfDue();
    }

    private synchronized void fetchIfDue() {
        Instant now = clock.instant();
        if (stopped.get() || now.isBefore(due)) {
            return;
        }
        due = now.plus(settings.interval());
        if (running) {
            again = true;
        } else {
            running = true;
            fetcher.execute(this::fetch);
        }
    }

    private void fetch() {
        Standing before = standing.orElseGet(Standing::nothing);
        Standing after;
        try {
            after = follower.follow(before);
        } catch (RuntimeException broken) {
            // Ours, or JGit's: whoever reads an environment hears of it, and the next fetch starts afresh.
            after = before.inTrouble(
                    settings.bindings(),
                    Failures.at(
                            settings.bindings().others(),
                            Code.GIT_UNAVAILABLE,
                            settings.address() + ": Holdfast failed to follow it: " + broken));
        }
        boolean isFirst = standing.isEmpty();
        standing = Optional.of(after);
        say(before, after);
        Runnable listener = ended();
        if (!stopped.get() && (isFirst || !after.equals(before))) {
            listener.run();
        }
    }

    /** Tells the log what was not so before. */
    private void say(Standing before, Standing after) {
        after.troubles().forEach((place, trouble) -> {
            if (!trouble.equals(before.troubles().get(place))) {
                LOG.warnf("%s; what was followed stays in force", trouble.text());
            }
        });
        before.troubles().keySet().stream()
                .filter(it -> !after.troubles().containsKey(it))
                .forEach(it -> LOG.infof("%s is read again", it));
        after.strangers().stream()
                .filter(it -> !before.strangers().contains(it))
                .forEach(LOG::warn);
    }

    private synchronized Runnable ended() {
        running = false;
        if (again && !stopped.get()) {
            again = false;
            running = true;
            fetcher.execute(this::fetch);
        }
        return news;
    }

    /**
     * Lets an environment follow a rewritten history, if this very head is what it is held back from.
     *
     * @throws Heads.Unavailable when that cannot be remembered
     */
    public Approval approve(String environment, String commit, String actor, String reason) {
        Optional<String> head = standing.map(it -> it.rewritten().get(environment));
        if (head.isEmpty()) {
            return Approval.NOTHING_HELD;
        }
        if (!head.get().equals(commit)) {
            return Approval.OTHER_HEAD;
        }
        heads.approve(environment, new Heads.Approved(commit, actor, reason, clock.instant()));
        wake();
        return Approval.GIVEN;
    }

    /** What became of an approval. */
    public enum Approval {
        /** It is remembered, and the environment follows soon. */
        GIVEN,
        /** The environment is not held back by a rewritten history. */
        NOTHING_HELD,
        /** It is held back from another head than this: the branch has moved since somebody looked. */
        OTHER_HEAD
    }

    @Override
    public String toString() {
        return settings.bindings().others() + " of " + settings.address();
    }

    /** Begins no fetch any more, and lets one that runs end soon. */
    public void stop() {
        stopped.set(true);
    }

    /** Closes the mirror, once nothing is fetched any more. */
    @Override
    public void close() {
        stop();
        follower.close();
    }
}
