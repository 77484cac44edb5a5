package io.holdfast.desired.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * How one commit comes from another. JGit's own question, whether one is merged into the other, was turned down: it walks
 * in the order of dates, which anybody can write, and its dates end in 2038.
 *
 * @param reached whether the earlier is among the ancestors of the later, or is the later
 * @param commits the later first, then all the earlier has not: what following it brings
 * @param whole whether all ancestors were there to be looked at; if not, what is not reached may still be
 */
record Ancestry(boolean reached, List<ObjectId> commits, boolean whole) {
    Ancestry {
        commits = List.copyOf(commits);
    }

    /** Walks a mirror from the later commit to the earlier one; the earlier one need not be there. */
    static Ancestry of(ObjectId later, ObjectId earlier, Mirror mirror) throws IOException {
        if (later.equals(earlier)) {
            return new Ancestry(true, List.of(), true);
        }
        Set<ObjectId> ends = mirror.ends();
        try (RevWalk walk = new RevWalk(mirror.repository())) {
            Set<ObjectId> known = mirror.has(earlier) ? ancestors(walk, earlier) : Set.of(earlier);
            List<ObjectId> brought = new ArrayList<>();
            boolean reached = false;
            boolean whole = true;
            Set<ObjectId> seen = new HashSet<>(Set.of(later));
            Deque<ObjectId> next = new ArrayDeque<>(seen);
            while (!next.isEmpty()) {
                ObjectId commit = next.remove();
                reached |= commit.equals(earlier);
                if (!known.contains(commit)) {
                    brought.add(commit);
                    whole &= !ends.contains(commit);
                    parents(walk, commit).stream().filter(seen::add).forEach(next::add);
                }
            }
            return new Ancestry(reached, brought, whole);
        }
    }

    private static Set<ObjectId> ancestors(RevWalk walk, ObjectId commit) throws IOException {
        Set<ObjectId> seen = new HashSet<>(Set.of(commit));
        Deque<ObjectId> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            parents(walk, next.remove()).stream().filter(seen::add).forEach(next::add);
        }
        return seen;
    }

    private static List<ObjectId> parents(RevWalk walk, ObjectId id) throws IOException {
        RevCommit commit = walk.parseCommit(id);
        List<ObjectId> parents = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            parents.add(parent.copy());
        }
        commit.disposeBody();
        return parents;
    }
}
