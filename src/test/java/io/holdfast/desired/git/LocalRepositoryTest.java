package io.holdfast.desired.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.folder.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalRepositoryTest {
    private static final int MOST = 1000;

    @TempDir
    Path temporary;

    private Upstream repository;
    private ObjectId older;
    private ObjectId newer;

    @BeforeEach
    void aCloneWithTwoCommitsAndNothingOnDisk() throws IOException {
        repository = Upstream.clone(temporary.resolve("clone"));
        older = repository.push("main", Map.of("environments/one.yaml", "1", "README.md", "x"));
        newer = repository.push("main", Map.of("environments/one.yaml", "2", "environments/two/a.yaml", "2"));
        repository.push("topic", Map.of("deploy/three.yaml", "3"));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private Look look(String folder, String revision) {
        return LocalRepository.look(temporary.resolve("clone").resolve(folder), revision, MOST);
    }

    private static String text(Look look, String file) {
        assertThat(look).as(look.toString()).isInstanceOf(Look.Seen.class);
        Snapshot snapshot = ((Look.Seen) look).snapshot();
        assertThat(snapshot.files()).containsKey(file);
        return new String(snapshot.files().get(file), UTF_8);
    }

    private static Finding trouble(Look look) {
        assertThat(look).as(look.toString()).isInstanceOf(Look.Trouble.class);
        return ((Look.Trouble) look).finding();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "HEAD", "refs/heads/main"})
    void aBranchIsReadAsItIsCommitted(String revision) {
        // When
        Look look = look("environments", revision);

        // Then
        assertThat(text(look, "environments/one.yaml")).isEqualTo("2");
        assertThat(text(look, "environments/two/a.yaml")).isEqualTo("2");
        Snapshot snapshot = ((Look.Seen) look).snapshot();
        assertThat(snapshot.root()).isEqualTo("environments/");
        assertThat(snapshot.commit().orElseThrow().commit()).isEqualTo(newer.name());
        assertThat(snapshot.edited()).isEmpty();
    }

    @Test
    void anEarlierCommitIsReadByWhateverGitCallsIt() {
        assertThat(text(look("environments", "main~1"), "environments/one.yaml"))
                .isEqualTo("1");
        assertThat(text(look("environments", older.name()), "environments/one.yaml"))
                .isEqualTo("1");
        assertThat(text(look("environments", older.name().substring(0, 9)), "environments/one.yaml"))
                .isEqualTo("1");
    }

    @Test
    void whatIsOnDiskDecidesNothing() throws IOException {
        // Given
        Path file = temporary.resolve("clone/environments/one.yaml");
        Upstream.write(file, "edited".getBytes(UTF_8));

        // When
        Look look = look("environments", "main");

        // Then
        assertThat(text(look, "environments/one.yaml")).isEqualTo("2");
        assertThat(file).hasContent("edited");
    }

    @Test
    void aFolderOnlyTheCommitHasIsReadToo() {
        assertThat(text(look("deploy", "topic"), "deploy/three.yaml")).isEqualTo("3");
        assertThat(trouble(look("deploy", "main")).code()).isEqualTo(Code.SOURCE_UNAVAILABLE);
        assertThat(trouble(look("deploy", "main")).text())
                .contains("no such folder")
                .contains(newer.name() + " of main");
    }

    @Test
    void theRootIsAFolderToo() {
        repository.push("flat", Map.of("one.yaml", "flat"));

        assertThat(text(look("", "flat"), "one.yaml")).isEqualTo("flat");
    }

    @Test
    void aBareRepositoryIsReadTheSameWay() {
        try (Upstream bare = new Upstream(temporary.resolve("bare.git"))) {
            bare.push("main", Map.of("environments/one.yaml", "bare"));

            Look look = LocalRepository.look(bare.folder().resolve("environments"), "main", MOST);

            assertThat(text(look, "environments/one.yaml")).isEqualTo("bare");
        }
    }

    @Test
    void aFurtherWorkTreeIsReadTheSameWay() throws IOException {
        // Given what git worktree add leaves behind
        Path own = temporary.resolve("clone/.git/worktrees/further");
        Path tree = temporary.resolve("further");
        Upstream.write(own.resolve("commondir"), "../..\n".getBytes(UTF_8));
        Upstream.write(own.resolve("HEAD"), "ref: refs/heads/topic\n".getBytes(UTF_8));
        Upstream.write(own.resolve("gitdir"), (tree.resolve(".git") + "\n").getBytes(UTF_8));
        Upstream.write(tree.resolve(".git"), ("gitdir: " + own + "\n").getBytes(UTF_8));

        // When
        Look main = LocalRepository.look(tree.resolve("environments"), "main", MOST);
        Look head = LocalRepository.look(tree.resolve("deploy"), "HEAD", MOST);

        // Then
        assertThat(text(main, "environments/one.yaml")).isEqualTo("2");
        assertThat(text(head, "deploy/three.yaml")).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere",
                "",
                " ",
                "-x",
                "--upload-pack=x",
                "main..topic",
                "main:environments",
                "^main",
                "main^{tree}",
                "@{-1}",
                "HEAD~9",
                "\u0000"
            })
    void whatIsNoCommitIsSaidToBeNone(String revision) {
        Finding finding = trouble(look("environments", revision));

        assertThat(finding.code()).isEqualTo(Code.GIT_UNAVAILABLE);
        assertThat(finding.text()).contains("no commit is called that");
    }

    @Test
    void whereNoRepositoryIsThatIsSaid() throws IOException {
        Path plain = Files.createDirectories(temporary.resolve("plain"));

        Finding finding = trouble(LocalRepository.look(plain, "main", MOST));

        assertThat(finding.code()).isEqualTo(Code.SOURCE_UNAVAILABLE);
        assertThat(finding.text()).contains("no git repository is here").contains(plain.toString());
    }

    @Test
    void aFolderThatLeadsOutOfTheRepositoryIsNone() throws IOException {
        Files.createDirectories(temporary.resolve("clone"));
        Files.createSymbolicLink(temporary.resolve("clone/environments"), temporary);

        assertThat(look("environments", "main")).isInstanceOf(Look.Trouble.class);
    }

    @Test
    void aCommitThatIsBrokenIsSaidToBe() throws IOException {
        Files.delete(repository.object(repository.blob("2")));

        Finding finding = trouble(look("environments", "main"));

        assertThat(finding.code()).isEqualTo(Code.GIT_CORRUPT);
        assertThat(text(look("environments", "main~1"), "environments/one.yaml"))
                .isEqualTo("1");
    }

    @Test
    void nothingIsWritten() throws IOException {
        // Given
        List<Path> before = files();

        // When
        look("environments", "main");
        look("environments", "nowhere");

        // Then
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.sorted().toList();
        }
    }
}
