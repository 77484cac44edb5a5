package io.holdfast.desired.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.desired.git.Upstream.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees as somebody makes them who means no good. They are read out of a repository that nobody has fetched. */
class HostileTreeTest {
    private static final Binding PLACE = new Binding("main", "environments");
    private static final int MOST = 1000;

    @TempDir
    Path temporary;

    private Upstream upstream;

    @BeforeEach
    void aRepository() throws IOException {
        upstream = new Upstream(temporary.resolve("upstream.git"));
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    /** Looks at a commit whose environments are these entries and a good file. */
    private Look look(Entries entries) throws IOException {
        Entries root = new Entries()
                .with(
                        FileMode.TREE,
                        "environments",
                        upstream.tree(entries.with(FileMode.REGULAR_FILE, "good.yaml", blob())));
        return lookAt(upstream.tree(root), PLACE);
    }

    private Look lookAt(ObjectId tree, Binding place) throws IOException {
        ObjectId commit = upstream.commit(tree, List.of(), Instant.EPOCH, "hostile");
        try (CommitReader reader = new CommitReader(upstream.repository(), MOST)) {
            return reader.look(commit, place.folder(), "branch " + place.branch());
        }
    }

    private ObjectId blob() {
        return upstream.blob("content");
    }

    private static Finding trouble(Look look) {
        assertThat(look).isInstanceOf(Look.Trouble.class);
        return ((Look.Trouble) look).finding();
    }

    private static Snapshot snapshot(Look look) {
        assertThat(look).as(look.toString()).isInstanceOf(Look.Seen.class);
        return ((Look.Seen) look).snapshot();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "",
                "../evil.yaml",
                "/etc/passwd",
                "/abs.yaml",
                "a/b.yaml",
                ".git",
                ".GIT",
                ".Git",
                "GIT~1",
                "git~1",
                ".git ",
                ".git."
            })
    void aNameThatNoGitWritesSpeaksAgainstTheWholeCommit(String name) throws IOException {
        for (FileMode mode : List.of(FileMode.REGULAR_FILE, FileMode.TREE, FileMode.SYMLINK)) {
            // Given
            ObjectId id = mode.equals(FileMode.TREE) ? upstream.tree(Map.of("evil.yaml", "x")) : blob();

            // When
            Finding finding = trouble(look(new Entries().with(mode, name, id)));

            // Then
            assertThat(finding.code()).as(mode.toString()).isEqualTo(Code.PATH_ESCAPE);
            assertThat(finding.text()).contains("nothing of this commit is used");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new\nline.yaml",
                "escape\u001b[2J.yaml",
                "bell\u0007.yml",
                "right\u202eleft.yaml",
                "zero\u200bwidth.yaml",
                "back\\slash.yaml",
                "con.yaml",
                "a:b.yaml",
                "nul\u007f.yaml"
            })
    void aNameThatCannotBeSeenOrKeptEverywhereSpeaksAgainstItsFile(String name) throws IOException {
        // When
        Snapshot snapshot = snapshot(look(new Entries().with(FileMode.REGULAR_FILE, name, blob())));

        // Then
        assertThat(snapshot.files()).containsOnlyKeys("environments/good.yaml");
        assertThat(snapshot.refused().values()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.PATH_ESCAPE);
            assertThat(finding.text().codePoints()).noneMatch(Character::isISOControl);
            assertThat(finding.text()).doesNotContain("\u202e", "\u200b");
        });
    }

    @Test
    void aNameThatIsNotUtf8OrWithoutEndSpeaksAgainstItsFile() throws IOException {
        // Given
        byte[] latin = "caf\u00e9.yaml".getBytes(ISO_8859_1);
        byte[] overlong = {(byte) 0xC0, (byte) 0xAF, '.', 'y', 'a', 'm', 'l'};
        byte[] endless = ("x".repeat(4096) + ".yaml").getBytes(UTF_8);

        // When
        Snapshot snapshot = snapshot(look(new Entries()
                .with(FileMode.REGULAR_FILE, latin, blob())
                .with(FileMode.REGULAR_FILE, overlong, blob())
                .with(FileMode.TREE, endless, upstream.tree(Map.of("a.yaml", "x")))));

        // Then
        assertThat(snapshot.files()).containsOnlyKeys("environments/good.yaml");
        assertThat(snapshot.refused()).hasSize(3);
        assertThat(snapshot.refused().values()).allMatch(it -> it.code() == Code.PATH_ESCAPE);
        assertThat(snapshot.refused().keySet()).allMatch(it -> it.length() < 300);
    }

    @Test
    void linksSubmodulesAndPointersAreNotFollowed() throws IOException {
        // When
        Snapshot snapshot = snapshot(look(new Entries()
                .with(FileMode.SYMLINK, "link.yaml", upstream.blob("/etc/passwd"))
                .with(FileMode.SYMLINK, "linked", upstream.blob("../elsewhere"))
                .with(FileMode.SYMLINK, "README", upstream.blob("../README"))
                .with(FileMode.GITLINK, "module", blob())
                .with(FileMode.GITLINK, "module.yaml", blob())
                .with(
                        FileMode.REGULAR_FILE,
                        "large.yaml",
                        upstream.blob("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"))));

        // Then
        assertThat(snapshot.files()).containsOnlyKeys("environments/good.yaml");
        assertThat(snapshot.refused().entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue().code() + " "
                                + it.getValue().message())
                        .sorted())
                .containsExactly(
                        "environments/large.yaml GIT_UNAVAILABLE a Git LFS pointer and not the file; LFS is not supported",
                        "environments/link.yaml PATH_ESCAPE a symbolic link; links are not followed",
                        "environments/linked/ PATH_ESCAPE a symbolic link; links are not followed",
                        "environments/module.yaml GIT_UNAVAILABLE a submodule; submodules are not supported",
                        "environments/module/ GIT_UNAVAILABLE a submodule; submodules are not supported");
        assertThat(snapshot.environments()).contains("linked", "module", "large");
    }

    @Test
    void theFolderItselfMayBeNoLinkAndNoSubmodule() throws IOException {
        // Given
        ObjectId linked = upstream.tree(new Entries().with(FileMode.SYMLINK, "environments", upstream.blob("/etc")));
        ObjectId module = upstream.tree(new Entries().with(FileMode.GITLINK, "environments", blob()));
        ObjectId file = upstream.tree(new Entries().with(FileMode.REGULAR_FILE, "environments", blob()));
        ObjectId none = upstream.tree(Map.of("README", "x"));

        // When, then
        assertThat(trouble(lookAt(linked, PLACE)).code()).isEqualTo(Code.PATH_ESCAPE);
        assertThat(trouble(lookAt(module, PLACE)).code()).isEqualTo(Code.GIT_UNAVAILABLE);
        assertThat(trouble(lookAt(file, PLACE)).message()).isEqualTo("environments is not a folder");
        assertThat(trouble(lookAt(none, PLACE)).text())
                .startsWith("environments/:1:1: SOURCE_UNAVAILABLE: no such folder; found commit ")
                .endsWith(" of branch main");
    }

    @Test
    void twoEntriesOfOneNameSpeakAgainstTheWholeCommit() throws IOException {
        // Given a reviewer who is shown the first of them
        Entries twins = new Entries()
                .with(FileMode.REGULAR_FILE, "a.yaml", blob())
                .with(FileMode.REGULAR_FILE, "a.yaml", upstream.blob("another"));

        // When
        Finding finding = trouble(look(twins));

        // Then
        assertThat(finding.text()).contains("PATH_ESCAPE: two entries of one name; nothing of this commit is used");
    }

    @Test
    void aFileThatIsTooLargeIsNotOpened() throws IOException {
        // Given the object of a large file is gone but for its head, which says how large it is
        ObjectId large = upstream.blob("x".repeat(MOST + 1));

        // When
        Snapshot snapshot = snapshot(look(new Entries().with(FileMode.REGULAR_FILE, "large.yaml", large)));

        // Then
        assertThat(snapshot.refused().get("environments/large.yaml").text())
                .isEqualTo("environments/large.yaml:1:1: YAML_LIMIT: the file is too large; found 1001 bytes; "
                        + "allowed: up to 1000 bytes");
    }

    @Test
    void aHundredThousandFilesAreNotListed() throws IOException {
        // Given
        ObjectId blob = blob();
        Entries many = new Entries();
        for (int file = 0; file < 100_000; file++) {
            many.with(FileMode.REGULAR_FILE, "e%06d.yaml".formatted(file), blob);
        }
        Entries some = new Entries();
        for (int file = 0; file < 1_500; file++) {
            some.with(FileMode.REGULAR_FILE, "e%04d.yaml".formatted(file), blob);
        }
        Entries others = new Entries();
        for (int file = 0; file < 20_001; file++) {
            others.with(FileMode.REGULAR_FILE, "e%05d.txt".formatted(file), blob);
        }

        // When, then
        assertThat(trouble(look(many)).code()).isEqualTo(Code.YAML_LIMIT);
        assertThat(trouble(look(some)).code()).isEqualTo(Code.YAML_LIMIT);
        assertThat(trouble(look(others)).code()).isEqualTo(Code.YAML_LIMIT);
    }

    @Test
    void onlyYamlFilesOfTheFolderAndItsFoldersAreRead() throws IOException {
        // Given
        ObjectId inner = upstream.tree(new Entries()
                .with(FileMode.TREE, "deeper", upstream.tree(Map.of("x.yaml", "x")))
                .with(FileMode.REGULAR_FILE, "part.yaml", blob()));

        // When
        Snapshot snapshot = snapshot(look(new Entries()
                .with(FileMode.REGULAR_FILE, ".hidden.yaml", blob())
                .with(FileMode.TREE, ".github", inner)
                .with(FileMode.REGULAR_FILE, "README.md", blob())
                .with(FileMode.EXECUTABLE_FILE, "b.yml", blob())
                .with(FileMode.TREE, "folder", inner)));

        // Then
        assertThat(snapshot.names())
                .containsExactly("environments/b.yml", "environments/folder/part.yaml", "environments/good.yaml");
        assertThat(snapshot.refused()).isEmpty();
    }

    @Test
    void theRootMayBeTheFolder() throws IOException {
        Snapshot snapshot = snapshot(lookAt(upstream.tree(Map.of("a.yaml", "a")), new Binding("main", "")));

        assertThat(snapshot.names()).containsExactly("a.yaml");
        assertThat(snapshot.environments()).containsExactly("a");
    }

    @Test
    void anObjectWhoseContentIsAnothersIsNotBelieved() throws IOException {
        // Given a file whose bytes were exchanged on the disk for those of another object, which is whole
        ObjectId genuine = upstream.blob("genuine");
        ObjectId forged = upstream.blob("forged!");
        Upstream.write(upstream.object(genuine), Files.readAllBytes(upstream.object(forged)));

        // When, then
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> look(new Entries().with(FileMode.REGULAR_FILE, "a.yaml", genuine)))
                .isInstanceOf(org.eclipse.jgit.errors.CorruptObjectException.class);
    }
}
