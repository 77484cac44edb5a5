package io.holdfast.desired;

import io.holdfast.model.Digest;
import io.holdfast.model.Revision;
import java.util.SortedMap;

/** Revisions as people read them, and those of files under no version control. */
final class Revisions {
    private static final String HASH = "sha256:";

    /** What git shows of a commit. */
    private static final int BRIEF = 7;

    private Revisions() {}

    static String brief(Revision revision) {
        String id = revision.commit();
        boolean hash = id.startsWith(HASH);
        String digits = hash ? id.substring(HASH.length()) : id;
        String brief = digits.substring(0, Math.min(BRIEF, digits.length()));
        return hash ? HASH + brief : "commit " + brief;
    }

    static Revision of(SortedMap<String, String> files) {
        StringBuilder all = new StringBuilder();
        files.forEach((name, text) ->
                all.append(name).append('\n').append(text.length()).append('\n').append(text));
        return Revision.of(HASH + Digest.full(all.toString()));
    }
}
