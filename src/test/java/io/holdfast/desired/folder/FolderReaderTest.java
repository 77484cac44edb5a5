package io.holdfast.desired.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Authored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {
    private static final int MOST = 1000;
    private static final Instant COMMITTED = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createDirectory(temporary.toRealPath().resolve("environments"));
    }

    @Test
    void aMissingFolderIsNotAnEmptyOne() {
        // Given
        Path nowhere = folder.resolve("nowhere");

        // When
        Finding trouble = trouble(new FolderReader(nowhere, MOST));

        // Then
        assertThat(trouble.text()).isEqualTo("nowhere/:1:1: SOURCE_UNAVAILABLE: no such folder; found " + nowhere);
    }

    @Test
    void aLinkThatLeadsNowhereIsNotAnEmptyFolder() throws IOException {
        // Given
        Path link = Files.createSymbolicLink(temporary.resolve("current"), temporary.resolve("gone"));

        // When
        Finding trouble = trouble(new FolderReader(link, MOST));

        // Then
        assertThat(trouble.message()).isEqualTo("a link that leads nowhere");
    }

    @Test
    void aFileIsNotAFolder() throws IOException {
        // Given
        Path file = Files.writeString(temporary.resolve("file"), "x");

        // When
        Finding trouble = trouble(new FolderReader(file, MOST));

        // Then
        assertThat(trouble.message()).isEqualTo("not a folder");
    }

    @Test
    void aFileThatChangesWhileItIsReadNeverCounts() throws IOException {
        // Given a file that is written to after each reading of it
        write("a.yaml", "one");
        AtomicInteger changes = new AtomicInteger();
        FolderReader reader = new FolderReader(folder, MOST, (file, most) -> {
            byte[] content = Files.readAllBytes(file);
            Files.writeString(file, "x".repeat(10 + changes.incrementAndGet()));
            return content;
        });

        // When
        Finding trouble = trouble(reader);

        // Then
        assertThat(trouble.message()).isEqualTo("the folder is being changed; it counts when it keeps still");
        assertThat(changes).hasValue(3);
    }

    @Test
    void aFolderSwappedWhileItIsReadIsReadAgain() throws IOException {
        // Given two checkouts, and a link that moves from one to the other during the first reading
        Path first = checkout("first", "old");
        Path second = checkout("second", "new");
        Path link = Files.createSymbolicLink(temporary.resolve("current"), first);
        AtomicInteger readings = new AtomicInteger();
        FolderReader reader = new FolderReader(link, MOST, (file, most) -> {
            if (readings.getAndIncrement() == 0) {
                swap(link, second);
            }
            return Files.readAllBytes(file);
        });

        // When
        Snapshot snapshot = snapshot(reader);

        // Then
        assertThat(snapshot.files().values())
                .allSatisfy(content -> assertThat(content).asString().isEqualTo("new"));
        assertThat(readings).hasValue(4);
    }

    @Test
    void aFileThatGoesAwayWhileItIsReadIsNotMissed() throws IOException {
        // Given
        write("a.yaml", "one");
        AtomicInteger readings = new AtomicInteger();
        FolderReader reader = new FolderReader(folder, MOST, (file, most) -> {
            if (readings.getAndIncrement() == 0) {
                throw new NoSuchFileException(file.toString());
            }
            return Files.readAllBytes(file);
        });

        // When
        Snapshot snapshot = snapshot(reader);

        // Then
        assertThat(snapshot.names()).containsExactly("environments/a.yaml");
    }

    @Test
    void whatGitIsWritingIsNotRead() throws Exception {
        // Given a work tree whose index is locked, as during a checkout
        try (Git git = commit()) {
            Files.createFile(git.getRepository().getDirectory().toPath().resolve("index.lock"));
        }

        // When
        Finding trouble = trouble(new FolderReader(folder, MOST));

        // Then
        assertThat(trouble.message()).startsWith("the folder is being changed");
    }

    @Test
    void linksAreRefusedWhereverTheyLead() throws IOException {
        // Given
        write("a.yaml", "one");
        Files.createSymbolicLink(folder.resolve("inside.yaml"), folder.resolve("a.yaml"));
        Files.createSymbolicLink(folder.resolve("outside.yaml"), Files.writeString(temporary.resolve("outside"), "x"));
        Files.createSymbolicLink(folder.resolve("dangling.yaml"), folder.resolve("gone"));
        Files.createSymbolicLink(folder.resolve("tree"), temporary);

        // When
        Snapshot snapshot = snapshot(new FolderReader(folder, MOST));

        // Then
        assertThat(snapshot.files()).containsOnlyKeys("environments/a.yaml");
        assertThat(snapshot.refused())
                .containsOnlyKeys(
                        "environments/inside.yaml",
                        "environments/outside.yaml",
                        "environments/dangling.yaml",
                        "environments/tree/");
        assertThat(snapshot.refused().values()).allMatch(finding -> finding.code() == Code.PATH_ESCAPE);
    }

    @Test
    void aFileThatIsTooLargeIsNotOpened() throws IOException {
        // Given
        write("large.yaml", "x".repeat(MOST + 1));
        write("small.yaml", "x".repeat(MOST));
        AtomicInteger opened = new AtomicInteger();
        FolderReader reader = new FolderReader(folder, MOST, (file, most) -> {
            opened.incrementAndGet();
            return Files.readAllBytes(file);
        });

        // When
        Snapshot snapshot = snapshot(reader);

        // Then
        assertThat(opened).hasValue(1);
        assertThat(snapshot.refused().get("environments/large.yaml").text())
                .isEqualTo("environments/large.yaml:1:1: YAML_LIMIT: the file is too large; found 1001 bytes; "
                        + "allowed: up to 1000 bytes");
    }

    @Test
    void tooManyFilesAreNotRead() throws IOException {
        // Given
        for (int file = 0; file <= Listing.MOST; file++) {
            write("e" + file + ".yaml", "");
        }

        // When
        Finding trouble = trouble(new FolderReader(folder, MOST));

        // Then
        assertThat(trouble.code()).isEqualTo(Code.YAML_LIMIT);
    }

    @Test
    void onlyYamlFilesOfTheFolderAndItsFoldersAreRead() throws IOException {
        // Given
        write("a.yaml", "");
        write("b.yml", "");
        write("README.md", "");
        write(".hidden.yaml", "");
        write("folder/part.yaml", "");
        write("folder/deeper/part.yaml", "");
        write(".git-like/part.yaml", "");

        // When
        Snapshot snapshot = snapshot(new FolderReader(folder, MOST));

        // Then
        assertThat(snapshot.names())
                .containsExactly("environments/a.yaml", "environments/b.yml", "environments/folder/part.yaml");
    }

    @Test
    void theCommitIsThatOfTheWorkTreeAround() throws Exception {
        // Given
        write("a.yaml", "one");
        String head;
        try (Git git = commit()) {
            head = git.getRepository().resolve("HEAD").name();
        }

        // When
        Snapshot snapshot = snapshot(new FolderReader(folder, MOST));

        // Then
        assertThat(snapshot.commit()).hasValueSatisfying(commit -> {
            assertThat(commit.commit()).isEqualTo(head);
            assertThat(commit.committedAt()).contains(COMMITTED);
            assertThat(commit.authored()).contains(new Authored("author", "author@example.com", COMMITTED, "state"));
        });
        assertThat(snapshot.edited()).isEmpty();
        assertThat(snapshot.root()).isEqualTo("environments/");
    }

    @Test
    void aFileThatIsNotAsCommittedIsToldApart() throws Exception {
        // Given
        write("a.yaml", "one");
        write("b.yaml", "one");
        commit().close();
        write("b.yaml", "two");
        write("c.yaml", "new");

        // When
        Snapshot snapshot = snapshot(new FolderReader(folder, MOST));

        // Then
        assertThat(snapshot.edited()).containsExactlyInAnyOrder("environments/b.yaml", "environments/c.yaml");
    }

    @Test
    void withoutARepositoryTheCommitIsInTheNameGitSyncGaveTheFolder() throws IOException {
        // Given
        String commit = "9f2c1e7aa64e1d2c9a0b8c7d6e5f4a3b2c1d0e9f";
        Path checkout = Files.createDirectories(temporary.resolve(".worktrees/" + commit + "/environments"));
        Files.writeString(checkout.resolve("a.yaml"), "one");
        Path link = Files.createSymbolicLink(temporary.resolve("current"), checkout.getParent());

        // When
        Snapshot snapshot = snapshot(new FolderReader(link.resolve("environments"), MOST));

        // Then
        assertThat(snapshot.commit())
                .hasValueSatisfying(it -> assertThat(it.commit()).isEqualTo(commit));
        assertThat(snapshot.names()).containsExactly("environments/a.yaml");
    }

    @Test
    void aFolderUnderNoVersionControlHasNoCommit() throws IOException {
        // Given
        write("a.yaml", "one");

        // When
        Snapshot snapshot = snapshot(new FolderReader(folder, MOST));

        // Then
        assertThat(snapshot.commit()).isEmpty();
    }

    private Git commit() throws Exception {
        Git git = Git.init().setDirectory(folder.getParent().toFile()).call();
        git.add().addFilepattern("environments").call();
        PersonIdent author = new PersonIdent("author", "author@example.com", COMMITTED, ZoneOffset.UTC);
        git.commit()
                .setMessage("state")
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .call();
        return git;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path checkout(String name, String text) throws IOException {
        Path checkout = Files.createDirectory(temporary.resolve(name));
        Files.writeString(checkout.resolve("a.yaml"), text);
        Files.writeString(checkout.resolve("b.yaml"), text);
        return checkout;
    }

    private static void swap(Path link, Path target) throws IOException {
        Files.delete(link);
        Files.createSymbolicLink(link, target);
    }

    private static Finding trouble(FolderReader reader) {
        return ((Look.Trouble) reader.look()).finding();
    }

    private static Snapshot snapshot(FolderReader reader) {
        return ((Look.Seen) reader.look()).snapshot();
    }
}
