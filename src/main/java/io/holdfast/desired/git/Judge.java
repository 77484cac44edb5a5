package io.holdfast.desired.git;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.git.Heads.Accepted;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;

/** Decides whether an environment may follow its branch: only onwards, and only to commits that are trusted. */
final class Judge {
    /** How far back is looked in the end. Who has pushed more than this at once has done something else as well. */
    private static final List<Integer> FURTHER = List.of(1_000, 20_000);

    private final Address address;
    private final Heads heads;
    private final CommitTrust trust;
    private final Remote remote;

    Judge(Address address, Heads heads, CommitTrust trust, Remote remote) {
        this.address = address;
        this.heads = heads;
        this.trust = trust;
        this.remote = remote;
    }

    /** @throws IOException when a commit that takes part in it cannot be read */
    Verdict judge(String environment, Binding place, ObjectId head, SortedMap<String, Accepted> accepted, Mirror mirror)
            throws IOException {
        Optional<Accepted> followed = followed(environment, place, accepted);
        if (followed.isEmpty()) {
            return trusted(List.of(head), place, mirror);
        }
        ObjectId base = ObjectId.fromString(followed.get().commit());
        if (base.equals(head)) {
            return Verdict.follow();
        }
        Ancestry way = way(head, base, place.branch(), mirror);
        if (way.reached() || isApproved(environment, head, place, mirror)) {
            return trusted(way.commits(), place, mirror);
        }
        return Verdict.rewritten(rewritten(environment, place, head, base, way));
    }

    /** Who asks for signatures knows nothing of branches; whoever reads the answer wants to know which. */
    private Verdict trusted(List<ObjectId> commits, Binding place, Mirror mirror) throws IOException {
        return Verdict.of(trust.objection(commits, mirror.repository())
                .map(it ->
                        it.in(Failures.file(place)).as(it.code(), Failures.of(address, place) + ": " + it.message())));
    }

    /**
     * What the environment follows. One that is new on its branch is measured by what its neighbours there follow;
     * otherwise a rewritten history would only have to give it another name.
     */
    Optional<Accepted> followed(String environment, Binding place, SortedMap<String, Accepted> accepted) {
        return Optional.ofNullable(accepted.get(environment))
                .filter(it -> isOf(it, place))
                .or(() -> accepted.entrySet().stream()
                        .map(Map.Entry::getValue)
                        .filter(it -> isOf(it, place))
                        .max(Comparator.comparing(Accepted::at)));
    }

    /** Whether a commit was followed here; of another repository or branch it says nothing. */
    boolean isOf(Accepted accepted, Binding place) {
        return accepted.repository().equals(address.text()) && accepted.branch().equals(place.branch());
    }

    private Ancestry way(ObjectId head, ObjectId base, String branch, Mirror mirror) throws IOException {
        Ancestry way = Ancestry.of(head, base, mirror);
        for (int generations : FURTHER) {
            if (isEnough(way)) {
                return way;
            }
            try {
                remote.fetch(mirror, branch, generations);
            } catch (OverLimit tooMuch) {
                return way; // What cannot be shown to go on from where we are counts as rewritten.
            }
            way = Ancestry.of(head, base, mirror);
        }
        return way;
    }

    /** What was reached over a short cut is known to go on; only whoever asks about each commit must see all of them. */
    private boolean isEnough(Ancestry way) {
        return way.whole() || (way.reached() && !trust.asksEach());
    }

    private boolean isApproved(String environment, ObjectId head, Binding place, Mirror mirror) throws IOException {
        Optional<ObjectId> approved = heads.approved(environment).map(ObjectId::fromString);
        return approved.isPresent()
                && way(head, approved.get(), place.branch(), mirror).reached();
    }

    private Finding rewritten(String environment, Binding place, ObjectId head, ObjectId base, Ancestry way) {
        String how = way.whole() ? "does not come from" : "cannot be shown to come from";
        return Failures.at(
                        place,
                        Code.GIT_HISTORY,
                        "%s was rewritten: its head %s %s %s, which is followed"
                                .formatted(Failures.of(address, place), head.name(), how, base.name()))
                .allowed("POST /api/v1/environments/%s/accept-history with this very head, by an approver"
                        .formatted(environment));
    }
}
