package io.holdfast.desired.git.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/** A bare repository, into which commits are written byte by byte. */
final class Commits implements AutoCloseable {
    /** When commits are made here, unless they say otherwise: a minute after the keys. */
    static final Instant MADE = GpgSigner.MADE.plusSeconds(60);

    /** The header with the signature for repositories that name objects by SHA-256. */
    static final String SHA256 = "gpgsig-sha256";

    static final String COMMITTER = "zoe@example.org";

    private final Git git;
    private final ObjectId tree;

    Commits(Path folder) throws GitAPIException, IOException {
        this.git = Git.init().setBare(true).setDirectory(folder.toFile()).call();
        try (ObjectInserter inserter = repository().newObjectInserter()) {
            this.tree = inserter.insert(Constants.OBJ_TREE, new byte[0]);
            inserter.flush();
        }
    }

    Repository repository() {
        return git.getRepository();
    }

    /** Makes a signature over what it is given. */
    @FunctionalInterface
    interface Pen {
        String sign(byte[] payload) throws Exception;

        /** Signs nothing. */
        static Pen none() {
            return payload -> "";
        }
    }

    byte[] payload(String message, ObjectId... parents) {
        return payload(message, COMMITTER, MADE, parents);
    }

    byte[] payload(String message, String committer, Instant at, ObjectId... parents) {
        StringBuilder text = new StringBuilder("tree " + tree.name() + "\n");
        for (ObjectId parent : parents) {
            text.append("parent ").append(parent.name()).append('\n');
        }
        String who = " Zoë <" + committer + "> " + at.getEpochSecond() + " +0000\n";
        return text.append("author")
                .append(who)
                .append("committer")
                .append(who)
                .append("\n")
                .append(message)
                .append("\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    ObjectId commit(Pen pen, String message, ObjectId... parents) throws Exception {
        byte[] payload = payload(message, parents);
        return insert(signed(payload, pen.sign(payload)));
    }

    /** The payload with a signature in its header, as git puts it there. */
    static byte[] signed(byte[] payload, String... signatures) {
        String text = new String(payload, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n") + 1;
        StringBuilder headers = new StringBuilder(text.substring(0, end));
        for (String signature : List.of(signatures)) {
            if (!signature.isEmpty()) {
                headers.append("gpgsig ")
                        .append(signature.strip().replace("\n", "\n "))
                        .append('\n');
            }
        }
        return headers.append(text.substring(end)).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A commit with one more header behind its last, several lines of it as git writes them. */
    static byte[] with(String header, byte[] commit) {
        String text = new String(commit, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n") + 1;
        return (text.substring(0, end) + header.replace("\n", "\n ") + "\n" + text.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    ObjectId insert(byte[] commit) throws IOException {
        return insert(Constants.OBJ_COMMIT, commit);
    }

    ObjectId insert(int type, byte[] object) throws IOException {
        try (ObjectInserter inserter = repository().newObjectInserter()) {
            ObjectId id = inserter.insert(type, object);
            inserter.flush();
            return id;
        }
    }

    /** An annotated tag of a commit, signed. */
    ObjectId tag(Pen pen, ObjectId commit) throws Exception {
        String text = "object " + commit.name() + "\ntype commit\ntag v1\ntagger Zoë <" + COMMITTER + "> "
                + MADE.getEpochSecond() + " +0000\n\nthe first\n";
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        var all = new ByteArrayOutputStream();
        all.writeBytes(payload);
        all.writeBytes(pen.sign(payload).getBytes(StandardCharsets.US_ASCII));
        return insert(Constants.OBJ_TAG, all.toByteArray());
    }

    @Override
    public void close() {
        git.close();
    }
}
