package io.holdfast.app;

import io.holdfast.desired.git.CommitTrust;
import io.holdfast.desired.git.GitSettings;
import io.holdfast.desired.git.GitSource;
import io.holdfast.desired.git.Heads;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.ledger.JdbcLedger;
import io.holdfast.reconcile.Histories;
import io.holdfast.reconcile.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where this process has its desired states from: a folder, or a repository that is followed beside the loop. */
final class Origin implements Source, Histories, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Origin.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String words;
    private final Folder folder;
    private final Optional<GitSource> git;
    private final Workers fetcher = new Workers(1, "git");
    private Optional<String> told = Optional.empty();

    private Origin(HoldfastConfig config, JdbcLedger ledger, Clock clock) {
        CommitTrust trust = TrustConfig.trust(config.source(), clock);
        this.git = GitConfig.settings(config).map(it -> git(it, ledger, trust, clock));
        this.words = git.map(GitSource::toString)
                .orElseGet(() -> config.source().path().toAbsolutePath().toString());
        this.folder = git.map(it -> new Folder(it, ledger))
                .orElseGet(() -> new Folder(config.source().path(), ledger));
    }

    /** @throws IllegalArgumentException when the configuration names a source that may not be */
    static Origin of(HoldfastConfig config, JdbcLedger ledger, Clock clock) {
        return new Origin(config, ledger, clock);
    }

    private GitSource git(GitSettings settings, JdbcLedger ledger, CommitTrust trust, Clock clock) {
        return new GitSource(settings, Limits.DEFAULT.bytes(), new LedgerHeads(ledger.heads()), trust, fetcher, clock);
    }

    /** Who is told that a fetch has brought something; before the first reading. */
    void tell(Runnable listener) {
        git.ifPresent(it -> it.tell(listener));
    }

    /** Fetches when that is due, however long it is until the next reading. */
    void tick() {
        git.ifPresent(GitSource::tick);
    }

    @Override
    public Reading read() {
        Reading reading = folder.read();
        if (git.isEmpty()) {
            // Of a repository its follower tells.
            say(reading.trouble());
        }
        return reading;
    }

    /** Tells the log what was not so before. */
    private void say(Optional<String> trouble) {
        if (!trouble.equals(told)) {
            trouble.ifPresentOrElse(
                    it -> LOG.warnf("%s; what was read before stays in force", it),
                    () -> LOG.infof("%s is read again", words));
            told = trouble;
        }
    }

    @Override
    public void wake() {
        git.ifPresent(GitSource::wake);
    }

    @Override
    public Answer accept(String environment, String commit, String actor, String reason) {
        try {
            return git.map(it -> it.approve(environment, commit, actor, reason))
                    .map(Origin::answer)
                    .orElse(Answer.NOTHING_HELD);
        } catch (Heads.Unavailable away) {
            return Answer.UNAVAILABLE;
        }
    }

    private static Answer answer(GitSource.Approval approval) {
        return switch (approval) {
            case GIVEN -> Answer.GIVEN;
            case NOTHING_HELD -> Answer.NOTHING_HELD;
            case OTHER_HEAD -> Answer.OTHER_HEAD;
        };
    }

    @Override
    public String toString() {
        return words;
    }

    /** Ends the fetch that runs, if one does. */
    @Override
    public void close() {
        git.ifPresent(GitSource::stop);
        fetcher.drain(GRACE);
        git.ifPresent(GitSource::close);
    }
}
