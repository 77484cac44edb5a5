package io.holdfast.desired.git;

import io.holdfast.desired.folder.Look;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** What was read of commits, as long as it is of use: a commit never changes. */
final class Looks {
    private final int bytesPerFile;
    private final Map<Key, Look> known = new HashMap<>();
    private final Set<Key> used = new HashSet<>();

    private record Key(ObjectId commit, Binding place) {}

    Looks(int bytesPerFile) {
        this.bytesPerFile = bytesPerFile;
    }

    /** Looks into one mirror. */
    In in(Mirror mirror) {
        return new In(mirror);
    }

    /** Forgets what nobody has asked for since this was last called. */
    void forgetOthers() {
        known.keySet().retainAll(used);
        used.clear();
    }

    /** A mirror, and what is known of its commits. */
    final class In {
        private final Mirror mirror;

        private In(Mirror mirror) {
            this.mirror = mirror;
        }

        Mirror mirror() {
            return mirror;
        }

        /** @throws IOException when an object is missing or is not whole */
        Look at(ObjectId commit, Binding place) throws IOException {
            Key key = new Key(commit, place);
            used.add(key);
            Look look = known.get(key);
            if (look == null) {
                try (CommitReader reader = new CommitReader(mirror.repository(), bytesPerFile)) {
                    look = reader.look(commit, place.folder(), "branch " + place.branch());
                }
                known.put(key, look);
            }
            return look;
        }
    }
}
