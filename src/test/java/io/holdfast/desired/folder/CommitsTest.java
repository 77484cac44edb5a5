package io.holdfast.desired.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Authored;
import io.holdfast.model.Revision;
import java.time.Instant;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;

/** Commit objects as somebody wrote them by hand. */
class CommitsTest {
    private static final String TREE = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";

    private static Revision revision(String text) {
        return Commits.revision(RevCommit.parse((TREE + text).getBytes(UTF_8)));
    }

    private static String by(String author, String committer) {
        return "author " + author + "\ncommitter " + committer + "\n\nfix: it\n\nlong story\n";
    }

    @Test
    void aCommitSaysWhoWhenAndWhatInALine() {
        // When
        Revision revision =
                revision(by("Ana <a@example.com> 1770000000 +0200", "Bot <b@example.com> 1770000060 +0000"));

        // Then
        assertThat(revision.committedAt()).contains(Instant.ofEpochSecond(1_770_000_060));
        assertThat(revision.authored())
                .contains(new Authored("Ana", "a@example.com", Instant.ofEpochSecond(1_770_000_000), "fix: it"));
    }

    @Test
    void noDateIsTooEarlyOrTooLateToBeTold() {
        // Given
        String early = "A <a> 0 +0000";
        String late = "A <a> 4070908800 +0000";
        String absurd = "A <a> 999999999999999 +0000";
        String negative = "A <a> -99999999999 +0000";

        // When, then
        assertThat(revision(by(early, early)).committedAt()).contains(Instant.EPOCH);
        assertThat(revision(by(late, late)).committedAt()).contains(Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(revision(by(absurd, absurd)).committedAt()).contains(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(revision(by(negative, negative)).committedAt()).contains(Instant.EPOCH);
    }

    @Test
    void aCommitThatNamesNobodyIsKnownByItsIdAlone() {
        // When
        Revision revision = revision("\nfix: it\n");

        // Then
        assertThat(revision.commit()).hasSize(40);
        assertThat(revision.committedAt()).isEmpty();
        assertThat(revision.authored()).isEmpty();
    }
}
