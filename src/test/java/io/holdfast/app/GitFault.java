package io.holdfast.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.holdfast.desired.finding.Code;
import io.holdfast.desired.git.GitHttpServer;
import io.holdfast.desired.git.Upstream;
import io.holdfast.desired.git.Upstream.Entries;
import io.holdfast.sandbox.TestClock;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One way in which a repository, or the way to it, can break. Whatever it would have brought is a desired state that
 * scales {@code one} to five tasks, or lacks it; nobody may ever act on that.
 *
 * @param name what happens, for the table
 * @param code of the finding that says so
 * @param says part of its text
 * @param needsServer whether it happens on the way, so that only a server can do it
 * @param deed does it
 */
record GitFault(String name, Code code, String says, boolean needsServer, Deed deed) {
    private static final String FILE = "environments/one.yaml";
    private static final String GOOD = Yaml.ENVIRONMENT.formatted("one");
    /** What a file of 1024 MiB of zeros is called ({@code head -c 1G /dev/zero | git hash-object --stdin}). */
    private static final ObjectId GIGABYTE = ObjectId.fromString("4fce05a4e4ed8cefef2d99f32c519b2fd7841b74");

    /** How a deflated stream begins and ends (RFC 1950, section 2.2; RFC 1951, section 3.2.3: a final block of nothing). */
    private static final int ZLIB = 0x7801;

    private static final int LAST_BLOCK = 0x0300;

    private static final String WRONG = GOOD.replace("desiredCount: 1", "desiredCount: 5");

    /** A repository with a server in front of it. */
    record Scene(Upstream upstream, GitHttpServer server, TestClock clock) {
        /** What everything begins with, and what stays in force. */
        static Map<String, String> good() {
            return Map.of(FILE, GOOD, "environments/two.yaml", Yaml.ENVIRONMENT.formatted("two"));
        }

        ObjectId wrong() {
            return upstream.tree(Map.of(FILE, WRONG));
        }

        void push(Entries environments) {
            upstream.pushTree(
                    "main",
                    upstream.tree(new Entries().with(FileMode.TREE, "environments", upstream.tree(environments))));
        }

        Entries wrongEntries() {
            return new Entries().with(FileMode.REGULAR_FILE, "one.yaml", upstream.blob(WRONG));
        }
    }

    /** Breaks something. */
    @FunctionalInterface
    interface Deed {
        void with(Scene scene) throws IOException;
    }

    private static GitFault inRepository(String name, Code code, String says, Deed deed) {
        return new GitFault(name, code, says, false, deed);
    }

    private static GitFault onTheWay(String name, Code code, String says, GitHttpServer.Misdeed misdeed) {
        return new GitFault(name, code, says, true, scene -> {
            scene.upstream().push("main", Map.of(FILE, WRONG));
            scene.server().misbehave(misdeed);
        });
    }

    static List<GitFault> all() {
        List<GitFault> all = new ArrayList<>();
        all.addAll(ofRefs());
        all.addAll(ofObjects());
        all.addAll(ofHistory());
        all.addAll(ofTrees());
        all.addAll(ofSize());
        all.addAll(ofTheWay());
        return all;
    }

    private static List<GitFault> ofRefs() {
        return List.of(
                inRepository(
                        "repository is gone",
                        Code.GIT_UNAVAILABLE,
                        "there is no repository, or it may not be seen",
                        scene -> Files.move(
                                scene.upstream().folder(),
                                scene.upstream().folder().resolveSibling("moved.git"))),
                inRepository(
                        "branch is deleted",
                        Code.GIT_UNAVAILABLE,
                        "there is no such branch: deleted, or its ref is empty or damaged",
                        scene -> Files.delete(scene.upstream().ref("main"))),
                inRepository(
                        "ref file is empty",
                        Code.GIT_UNAVAILABLE,
                        "there is no such branch: deleted, or its ref is empty or damaged",
                        scene -> Upstream.write(scene.upstream().ref("main"), new byte[0])),
                inRepository(
                        "ref file is cut off",
                        Code.GIT_UNAVAILABLE,
                        "there is no such branch: deleted, or its ref is empty or damaged",
                        scene -> {
                            byte[] whole = Files.readAllBytes(scene.upstream().ref("main"));
                            Upstream.write(scene.upstream().ref("main"), Arrays.copyOf(whole, 17));
                        }),
                inRepository(
                        "ref file is garbage",
                        Code.GIT_UNAVAILABLE,
                        "there is no such branch: deleted, or its ref is empty or damaged",
                        scene -> Upstream.write(scene.upstream().ref("main"), new byte[] {0, 1, 2, 3, (byte) 0xff})),
                inRepository(
                        "ref leads to no commit",
                        Code.GIT_CORRUPT,
                        "what the branch needs is missing there, or damaged",
                        scene -> scene.upstream()
                                .point("main", ObjectId.fromString("1234567890123456789012345678901234567890"))),
                inRepository(
                        "ref leads to a file",
                        Code.GIT_CORRUPT,
                        "was fetched and cannot be read: Object 1baf45c5aaa9d2eea67d106f93ebaa64021030b9 is not a commit",
                        scene -> scene.upstream().point("main", scene.upstream().blob("no commit"))));
    }

    private static List<GitFault> ofObjects() {
        return List.of(
                inRepository(
                        "commit object is missing",
                        Code.GIT_CORRUPT,
                        "what the branch needs is missing there, or damaged",
                        scene -> Files.delete(scene.upstream().object(pushed(scene)))),
                inRepository(
                        "tree object is missing",
                        Code.GIT_CORRUPT,
                        "what the branch needs is missing there, or damaged",
                        scene -> {
                            pushed(scene);
                            Files.delete(scene.upstream().object(scene.wrong()));
                        }),
                inRepository(
                        "file object is missing",
                        Code.GIT_CORRUPT,
                        "what the branch needs is missing there, or damaged",
                        scene -> {
                            pushed(scene);
                            Files.delete(
                                    scene.upstream().object(scene.upstream().blob(WRONG)));
                        }),
                inRepository(
                        "file object is empty",
                        Code.GIT_CORRUPT,
                        "what the branch needs is missing there, or damaged",
                        scene -> {
                            pushed(scene);
                            Upstream.write(
                                    scene.upstream().object(scene.upstream().blob(WRONG)), new byte[0]);
                        }),
                inRepository(
                        "file object is cut off",
                        Code.GIT_CORRUPT,
                        "what the branch needs is missing there, or damaged",
                        scene -> {
                            pushed(scene);
                            Path object =
                                    scene.upstream().object(scene.upstream().blob(WRONG));
                            byte[] whole = Files.readAllBytes(object);
                            Upstream.write(object, Arrays.copyOf(whole, whole.length / 2));
                        }),
                inRepository(
                        "a byte of a file object is flipped",
                        Code.GIT_CORRUPT,
                        "what the branch needs is missing there, or damaged",
                        scene -> {
                            pushed(scene);
                            Path object =
                                    scene.upstream().object(scene.upstream().blob(WRONG));
                            byte[] whole = Files.readAllBytes(object);
                            whole[whole.length / 2] ^= 0x10;
                            Upstream.write(object, whole);
                        }));
    }

    private static ObjectId pushed(Scene scene) {
        return scene.upstream().push("main", Map.of(FILE, WRONG));
    }

    private static List<GitFault> ofHistory() {
        return List.of(
                inRepository(
                        "history is rewritten",
                        Code.GIT_HISTORY,
                        "was rewritten: its head",
                        scene -> scene.upstream().rewrite("main", Map.of(FILE, WRONG))),
                inRepository("last commit is amended", Code.GIT_HISTORY, "was rewritten: its head", scene -> {
                    Upstream upstream = scene.upstream();
                    ObjectId first = upstream.commit(upstream.tree(Map.of(FILE, GOOD)), List.of(), Instant.EPOCH, "1");
                    upstream.point("main", upstream.commit(scene.wrong(), List.of(first), Instant.EPOCH, "2, amended"));
                }),
                inRepository(
                        "repository is replaced by another", Code.GIT_HISTORY, "was rewritten: its head", scene -> {
                            Path folder = scene.upstream().folder();
                            Files.move(folder, folder.resolveSibling("moved.git"));
                            try (Upstream other = new Upstream(folder)) {
                                other.push("main", Map.of(FILE, WRONG));
                                other.push("main", Map.of("environments/three.yaml", WRONG));
                            }
                        }));
    }

    private static List<GitFault> ofTrees() {
        List<GitFault> faults = new ArrayList<>();
        for (String name : List.of("..", ".git", ".GIT", "GIT~1", "/abs.yaml", "../evil.yaml")) {
            faults.add(inRepository(
                    "tree entry " + name,
                    Code.PATH_ESCAPE,
                    "the name leads elsewhere or is reserved; nothing of this commit is used",
                    scene -> scene.push(scene.wrongEntries()
                            .with(FileMode.REGULAR_FILE, name, scene.upstream().blob(WRONG)))));
        }
        faults.add(inRepository(
                "the file is a symbolic link",
                Code.PATH_ESCAPE,
                "a symbolic link; links are not followed",
                scene -> scene.push(new Entries()
                        .with(FileMode.SYMLINK, "one.yaml", scene.upstream().blob("../../../etc/passwd")))));
        faults.add(inRepository(
                "the folder is a symbolic link",
                Code.PATH_ESCAPE,
                "environments is a symbolic link; links are not followed",
                scene -> scene.upstream()
                        .pushTree(
                                "main",
                                scene.upstream()
                                        .tree(new Entries()
                                                .with(
                                                        FileMode.SYMLINK,
                                                        "environments",
                                                        scene.upstream().blob("/etc"))))));
        faults.add(inRepository(
                "the file is a submodule",
                Code.GIT_UNAVAILABLE,
                "a submodule; submodules are not supported",
                scene -> scene.push(new Entries()
                        .with(FileMode.GITLINK, "one", scene.upstream().blob("x")))));
        faults.add(inRepository(
                "the file is an LFS pointer",
                Code.GIT_UNAVAILABLE,
                "a Git LFS pointer and not the file; LFS is not supported",
                scene -> scene.upstream()
                        .push(
                                "main",
                                Map.of(FILE, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"))));
        faults.add(inRepository(
                "ONE.yaml beside one.yaml",
                Code.SEMANTIC,
                "another home of the same environment",
                scene -> scene.push(new Entries()
                        .with(
                                FileMode.REGULAR_FILE,
                                "ONE.yaml",
                                scene.upstream().blob(WRONG))
                        .with(
                                FileMode.REGULAR_FILE,
                                "one.yaml",
                                scene.upstream().blob(WRONG)))));
        faults.add(inRepository(
                "the folder is gone",
                Code.SOURCE_UNAVAILABLE,
                "no such folder",
                scene -> scene.upstream().push("main", Map.of("README", "nothing here"))));
        faults.add(inRepository(
                "the folder is empty",
                Code.SOURCE_UNAVAILABLE,
                "an empty desired state is not a wish to delete",
                scene -> scene.upstream().push("main", Map.of("environments/README", "nothing here"))));
        return faults;
    }

    private static List<GitFault> ofSize() {
        return List.of(
                inRepository("a file of 1 GB", Code.YAML_LIMIT, "Object too large (1,073,741,824 bytes)", scene -> {
                    writeZeros(scene.upstream().object(GIGABYTE), 1024);
                    scene.push(scene.wrongEntries().with(FileMode.REGULAR_FILE, "two.yaml", GIGABYTE));
                }),
                inRepository("100,000 files", Code.YAML_LIMIT, "more than 1000 files, or 20000 of any sort", scene -> {
                    ObjectId blob = scene.upstream().blob(WRONG);
                    Entries many = new Entries();
                    for (int file = 0; file < 100_000; file++) {
                        many.with(FileMode.REGULAR_FILE, "e%06d.yaml".formatted(file), blob);
                    }
                    scene.push(many);
                }),
                inRepository(
                        "more objects than are allowed",
                        Code.YAML_LIMIT,
                        "and up to 60 are allowed (holdfast.source.limits.objects)",
                        scene -> {
                            Entries many = scene.wrongEntries();
                            for (int file = 0; file < GitFaultTest.MOST_OBJECTS; file++) {
                                many.with(
                                        FileMode.REGULAR_FILE,
                                        "f%05d.txt".formatted(file),
                                        scene.upstream().blob("f" + file));
                            }
                            scene.push(many);
                        }),
                inRepository(
                        "more bytes than are allowed",
                        Code.YAML_LIMIT,
                        "more than 1000000 bytes (holdfast.source.limits.bytes)",
                        scene -> {
                            byte[] noise = new byte[2 * GitFaultTest.MOST_BYTES];
                            new Random(1).nextBytes(noise);
                            scene.push(scene.wrongEntries()
                                    .with(
                                            FileMode.REGULAR_FILE,
                                            "noise.txt",
                                            scene.upstream().blob(new String(noise, ISO_8859_1))));
                        }));
    }

    /** The object of a file of zeros, as git stores it: a megabyte is deflated once, and stands there over and over. */
    private static void writeZeros(Path object, int megabytes) throws IOException {
        byte[] zeros = new byte[1 << 20];
        byte[] head = ("blob " + (long) megabytes * zeros.length + "\0").getBytes(UTF_8);
        byte[] block = deflated(zeros);
        Adler32 sum = new Adler32();
        sum.update(head);
        Files.createDirectories(object.getParent());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(object)))) {
            out.writeShort(ZLIB);
            out.write(deflated(head));
            for (int written = 0; written < megabytes; written++) {
                out.write(block);
                sum.update(zeros);
            }
            out.writeShort(LAST_BLOCK);
            out.writeInt((int) sum.getValue());
        }
    }

    /** Blocks that stand for themselves, whatever is before and behind them. */
    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(bytes);
        byte[] room = new byte[bytes.length / 100 + 100];
        int length = deflater.deflate(room, 0, room.length, Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(room, length);
    }

    private static List<GitFault> ofTheWay() {
        return List.of(
                new GitFault(
                        "nobody listens",
                        Code.GIT_UNAVAILABLE,
                        "nobody answers there",
                        true,
                        scene -> scene.server().leave()),
                new GitFault(
                        "rights are taken away",
                        Code.GIT_UNAVAILABLE,
                        "the credentials are refused, or some are needed",
                        true,
                        scene -> scene.server().demand("x-access-token", "another token by now")),
                onTheWay(
                        "the server says 500",
                        Code.GIT_UNAVAILABLE,
                        "500 Internal Server Error",
                        exchange -> exchange.sendResponseHeaders(500, -1)),
                onTheWay(
                        "the server says 404",
                        Code.GIT_UNAVAILABLE,
                        "there is no repository, or it may not be seen",
                        exchange -> exchange.sendResponseHeaders(404, -1)),
                onTheWay(
                        "a proxy answers with a page",
                        Code.GIT_UNAVAILABLE,
                        "invalid advertisement of <h1>Sign in</h1>",
                        exchange -> GitHttpServer.send(
                                exchange, "Content-Type: text/html\r\n\r\n<h1>Sign in</h1>".getBytes(ISO_8859_1))),
                onTheWay(
                        "the server sends us elsewhere",
                        Code.GIT_UNAVAILABLE,
                        "Holdfast does not follow to another",
                        exchange -> {
                            exchange.getResponseHeaders()
                                    .set("Location", "http://localhost:1" + exchange.getRequestURI());
                            exchange.sendResponseHeaders(301, -1);
                        }),
                onTheWay(
                        "the server is silent",
                        Code.GIT_UNAVAILABLE,
                        "the server does not answer in time",
                        GitFault::stall),
                new GitFault(
                        "the server drips",
                        Code.GIT_UNAVAILABLE,
                        "it took longer than 2.0 s (holdfast.source.limits.time)",
                        true,
                        scene -> {
                            scene.upstream().push("main", Map.of(FILE, WRONG));
                            scene.server().misbehave(exchange -> drip(exchange, scene.clock()));
                        }),
                new GitFault(
                        "the pack ends half-way", Code.GIT_UNAVAILABLE, "the answer ends too early", true, scene -> {
                            scene.upstream().push("main", Map.of(FILE, WRONG));
                            scene.server().misbehave(exchange -> {
                                byte[] whole = scene.server().cgi(exchange);
                                if (new String(whole, ISO_8859_1).contains("PACK")) {
                                    GitHttpServer.sendHalf(exchange, whole);
                                } else {
                                    GitHttpServer.send(exchange, whole);
                                }
                            });
                        }),
                new GitFault(
                        "a byte of the pack is flipped",
                        Code.GIT_CORRUPT,
                        "Packfile corruption detected",
                        true,
                        scene -> {
                            scene.upstream().push("main", Map.of(FILE, WRONG));
                            scene.server().misbehave(exchange -> {
                                byte[] whole = scene.server().cgi(exchange);
                                int pack = new String(whole, ISO_8859_1).indexOf("PACK");
                                if (pack > 0) {
                                    whole[pack + 30] ^= 0x10;
                                }
                                GitHttpServer.send(exchange, whole);
                            });
                        }));
    }

    /** Says nothing for longer than anybody waits. */
    private static void stall(HttpExchange exchange) throws IOException {
        pause(60_000);
        exchange.sendResponseHeaders(200, -1);
    }

    /** Sends what never becomes an answer, a byte at a time, so that no single read ever waits long. */
    private static void drip(HttpExchange exchange, TestClock clock) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-advertisement");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("001e# service=git-upload-pack\n0000fff0".getBytes(ISO_8859_1));
        for (int drop = 0; drop < 60; drop++) {
            out.write('x');
            out.flush();
            clock.advance(Duration.ofSeconds(1));
            pause(10);
        }
    }

    /** The server's end ends it as well. */
    private static void pause(int millis) throws IOException {
        try {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts");
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
