package io.holdfast.desired.git.trust;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.git.CommitTrust;
import io.holdfast.model.Location;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Trusts commits by who signed them. */
public final class SignedCommits implements CommitTrust {
    /** The largest commits people make are those of release notes; none is a hundredth of this. */
    private static final int LARGEST = 1 << 20;

    private final TrustMode mode;
    private final PinnedKeys keys;
    private final Clock clock;

    /**
     * A judge.
     *
     * @param mode which commits must be signed
     * @param keys by whom
     * @throws IllegalArgumentException for a mode that needs no judge
     */
    public SignedCommits(TrustMode mode, PinnedKeys keys, Clock clock) {
        if (mode == TrustMode.OFF) {
            throw new IllegalArgumentException("where nobody is asked for a signature nobody judges them");
        }
        this.mode = requireNonNull(mode, "mode");
        this.keys = requireNonNull(keys, "keys");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public boolean asksEach() {
        return mode == TrustMode.EVERY;
    }

    @Override
    public Optional<Finding> objection(List<ObjectId> commits, Repository mirror) {
        ObjectId head = commits.get(0);
        try {
            Keyring keyring = keys.now();
            if (mode == TrustMode.HEAD) {
                return objection(List.of(head), keyring, mirror);
            }
            Set<ObjectId> ends = mirror.getObjectDatabase().getShallowCommits();
            return commits.stream().anyMatch(ends::contains)
                    ? unseen(head, "not all commits between it and the last one that was accepted are here")
                    : objection(commits, keyring, mirror);
        } catch (Unreadable strange) {
            return unseen(head, strange.getMessage());
        } catch (IOException | RuntimeException broken) {
            // JGit throws whatever it stumbles over in a mirror that is broken; whoever reads the finding hears of it.
            return unseen(head, "the mirror cannot be read: " + broken.getMessage());
        }
    }

    private static Optional<Finding> unseen(ObjectId head, String why) {
        return Optional.of(finding("whether commit " + head.name() + " is to be trusted cannot be told: " + why));
    }

    /** All are asked, so that whoever mends it knows how much there is to do; the oldest is told. */
    private Optional<Finding> objection(List<ObjectId> commits, Keyring keyring, Repository mirror) {
        List<String> objections = new ArrayList<>();
        try (ObjectReader reader = mirror.newObjectReader()) {
            for (ObjectId commit : commits) {
                if (belief(commit, keyring, reader) instanceof Belief.Refused refused) {
                    String key = refused.key().map(it -> " (key " + it + ")").orElse("");
                    objections.add("commit " + commit.name() + " is not trusted: " + refused.reason() + key);
                }
            }
        }
        int more = objections.size() - 1;
        return more < 0
                ? Optional.empty()
                : Optional.of(finding(
                        objections.get(more) + (more == 0 ? "" : "; nor are " + more + " more that came with it")));
    }

    private Belief belief(ObjectId commit, Keyring keyring, ObjectReader reader) {
        try (var formatter = new ObjectInserter.Formatter()) {
            ObjectLoader object = reader.open(commit, Constants.OBJ_COMMIT);
            byte[] raw = object.getCachedBytes(LARGEST);
            if (!formatter.idFor(Constants.OBJ_COMMIT, raw).equals(commit)) {
                return Belief.refused("its content is not what its id says");
            }
            return keyring.believe(SignedCommit.of(raw), clock.instant());
        } catch (Unreadable strange) {
            return Belief.refused(strange.getMessage());
        } catch (IOException | RuntimeException broken) {
            // JGit throws whatever it stumbles over in an object that is none; whoever reads the finding hears of it.
            return Belief.refused("it cannot be read: " + broken.getMessage());
        }
    }

    private static Finding finding(String message) {
        return Finding.of(Code.SIGNATURE, new Location("./", 1, 1), "", message)
                .allowed("commits signed with a key in the files of holdfast.source.signers");
    }
}
