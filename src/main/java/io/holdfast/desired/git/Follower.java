package io.holdfast.desired.git;

import static io.holdfast.desired.finding.Code.SOURCE_UNAVAILABLE;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.git.Heads.Accepted;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/** Fetches, reads, judges: one round after the other, on one thread. */
final class Follower implements AutoCloseable {
    private final GitSettings settings;
    private final Heads heads;
    private final Judge judge;
    private final Remote remote;
    private final Mirrors mirrors;
    private final Looks looks;
    private final Clock clock;

    /** Heads for which a fresh mirror was no better, so that the damage is not ours. */
    private final Set<ObjectId> beyondRepair = new HashSet<>();

    Follower(GitSettings settings, Heads heads, CommitTrust trust, Remote remote, Looks looks, Clock clock) {
        this.settings = settings;
        this.heads = heads;
        this.judge = new Judge(settings.address(), heads, trust, remote);
        this.remote = remote;
        this.mirrors = new Mirrors(settings.state(), settings.address());
        this.looks = looks;
        this.clock = clock;
    }

    /** How things stand now, if they stood like this before. Never throws for what is wrong with the repository. */
    Standing follow(Standing before) {
        SortedMap<String, Accepted> accepted;
        try {
            accepted = heads.accepted();
        } catch (Heads.Unavailable away) {
            return before.inTrouble(settings.bindings(), trouble(SOURCE_UNAVAILABLE, away.getMessage()));
        }
        try {
            Mirror mirror = mirrors.mirror();
            SortedMap<String, Tip> tips = tips(mirror);
            if (mirror.isWorn()) {
                mirror = renewed(mirror);
                tips = tips(mirror);
            }
            Round round = round(mirror, tips, before, accepted);
            Standing standing = round.standing();
            Set<ObjectId> damaged = new HashSet<>(round.damaged());
            damaged.removeAll(beyondRepair);
            return damaged.isEmpty()
                    ? standing
                    : repaired(damaged, before, accepted).orElse(standing);
        } catch (IOException noPlace) {
            return before.inTrouble(
                    settings.bindings(),
                    trouble(
                            Code.GIT_UNAVAILABLE,
                            "the mirror of %s in %s cannot be used: %s"
                                    .formatted(settings.address(), settings.state(), noPlace.getMessage())));
        }
    }

    private Finding trouble(Code code, String message) {
        return Failures.at(settings.bindings().others(), code, message);
    }

    private SortedMap<String, Tip> tips(Mirror mirror) throws IOException {
        SortedMap<String, Tip> tips = new TreeMap<>();
        for (String branch : settings.bindings().branches()) {
            tips.put(branch, tip(mirror, branch));
        }
        return tips;
    }

    private Tip tip(Mirror mirror, String branch) throws IOException {
        try {
            Optional<ObjectId> head = remote.fetch(mirror, branch, Mirror.GENERATIONS);
            if (head.isEmpty()) {
                throw new NoSuchBranch();
            }
            return new Tip(head, Optional.empty());
        } catch (IOException failure) {
            return new Tip(mirror.head(branch), Optional.of(failure));
        }
    }

    private Round round(
            Mirror mirror, SortedMap<String, Tip> tips, Standing before, SortedMap<String, Accepted> accepted) {
        Round round = new Round(settings, heads, judge, looks.in(mirror), before, accepted, clock);
        for (Binding place : settings.bindings().all()) {
            round.follow(place, tips.get(place.branch()));
        }
        looks.forgetOthers();
        return round;
    }

    /** A fresh mirror, if all of it could be had; else the worn one, which works. */
    private Mirror renewed(Mirror worn) throws IOException {
        Mirror fresh = mirrors.fresh();
        boolean whole =
                tips(fresh).values().stream().allMatch(it -> it.failure().isEmpty());
        if (!whole) {
            fresh.close();
            return worn;
        }
        mirrors.replaceBy(fresh);
        return mirrors.mirror();
    }

    /** What was fetched cannot be read: perhaps it was the disk. A fresh mirror tells, once. */
    private Optional<Standing> repaired(Set<ObjectId> damaged, Standing before, SortedMap<String, Accepted> accepted)
            throws IOException {
        Mirror fresh = mirrors.fresh();
        SortedMap<String, Tip> tips = tips(fresh);
        boolean isThere = tips.values().stream()
                .filter(it -> it.failure().isEmpty())
                .flatMap(it -> it.head().stream())
                .anyMatch(damaged::contains);
        if (!isThere) {
            fresh.close();
            return Optional.empty();
        }
        Round round = round(fresh, tips, before, accepted);
        if (round.damaged().stream().anyMatch(damaged::contains)) {
            beyondRepair.addAll(damaged);
            fresh.close();
            return Optional.empty();
        }
        mirrors.replaceBy(fresh);
        return Optional.of(round.standing());
    }

    @Override
    public void close() {
        mirrors.close();
    }
}
