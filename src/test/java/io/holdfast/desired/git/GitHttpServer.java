package io.holdfast.desired.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.holdfast.desired.folder.Sealed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/**
 * A git server over HTTP, on this machine, which can be made to misbehave. It is git's own ({@code git http-backend})
 * wherever git is installed, and JGit's otherwise.
 */
public final class GitHttpServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(ISO_8859_1);

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "git-http");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger requests = new AtomicInteger();
    private final Path repositories;
    private final Optional<SSLContext> encryption;
    private final int port;
    private volatile HttpServer server;
    private volatile Optional<String> credentials = Optional.empty();
    private volatile Optional<Misdeed> misdeed = Optional.empty();
    private volatile boolean isAway;

    /** What is done instead of an answer. */
    @FunctionalInterface
    public interface Misdeed {
        void to(HttpExchange exchange) throws IOException;
    }

    /** Serves the repositories in a folder. */
    public GitHttpServer(Path repositories) throws IOException {
        this(repositories, Optional.empty());
    }

    /** Serves them encrypted, where there is something to encrypt with. */
    public GitHttpServer(Path repositories, Optional<SSLContext> encryption) throws IOException {
        this.repositories = repositories;
        this.encryption = encryption;
        this.server = listening(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer listening(int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer listening = encryption.isPresent()
                ? encrypted(HttpsServer.create(address, 0), encryption.get())
                : HttpServer.create(address, 0);
        listening.setExecutor(threads);
        listening.createContext("/", this::answer);
        listening.start();
        return listening;
    }

    private static HttpServer encrypted(HttpsServer server, SSLContext with) {
        server.setHttpsConfigurator(new HttpsConfigurator(with));
        return server;
    }

    /** Nobody listens any more, until told otherwise. */
    public void leave() {
        server.stop(0);
        isAway = true;
    }

    /** Whether git itself answers. */
    public static boolean isGitInstalled() {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String url(String repository) {
        return (encryption.isPresent() ? "https" : "http") + "://127.0.0.1:" + port + "/" + repository;
    }

    /** Asks for this user and password from now on. */
    public void demand(String user, String password) {
        String both = user + ":" + password;
        credentials = Optional.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
    }

    /** Does this instead of answering, until told otherwise; whoever has no right to ask is told so first. */
    public void misbehave(Misdeed how) {
        misdeed = Optional.of(how);
    }

    /** Answers as it should, whoever asks. */
    public void behave() throws IOException {
        misdeed = Optional.empty();
        credentials = Optional.empty();
        if (isAway) {
            server = listening(port);
            isAway = false;
        }
    }

    public int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            if (credentials.isPresent() && !credentials.get().equals(given)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(UNAUTHORIZED, -1);
            } else if (misdeed.isPresent()) {
                misdeed.get().to(exchange);
            } else {
                send(exchange, cgi(exchange));
            }
        }
    }

    /** The whole answer as git gives it: head, an empty line, body. */
    public byte[] cgi(HttpExchange exchange) throws IOException {
        byte[] asked = exchange.getRequestBody().readAllBytes();
        return isGitInstalled() ? backend(exchange, asked) : jgit(exchange, asked);
    }

    private byte[] backend(HttpExchange exchange, byte[] asked) throws IOException {
        ProcessBuilder git = new ProcessBuilder("git", "-c", "safe.directory=*", "http-backend");
        Map<String, String> environment = git.environment();
        environment.keySet().removeAll(Set.of("GIT_DIR", "GIT_WORK_TREE"));
        environment.put("GIT_PROJECT_ROOT", repositories.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        header(exchange, "Content-Type").ifPresent(it -> environment.put("CONTENT_TYPE", it));
        header(exchange, "Content-Encoding").ifPresent(it -> environment.put("HTTP_CONTENT_ENCODING", it));
        header(exchange, "Git-Protocol").ifPresent(it -> environment.put("GIT_PROTOCOL", it));
        Process process = git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(asked);
        }
        return process.getInputStream().readAllBytes();
    }

    private byte[] jgit(HttpExchange exchange, byte[] asked) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean isQuestion = path.endsWith("/info/refs");
        Path folder = repositories.resolve(path.substring(1, path.lastIndexOf(isQuestion ? "/info" : "/")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String type = isQuestion ? "advertisement" : "result";
        out.write(("Content-Type: application/x-git-upload-pack-" + type + "\r\n\r\n").getBytes(ISO_8859_1));
        try (Repository repository = new FileRepositoryBuilder()
                .setFS(Sealed.files())
                .setGitDir(folder.toFile())
                .setMustExist(true)
                .build()) {
            UploadPack pack = new UploadPack(repository);
            pack.setBiDirectionalPipe(false);
            header(exchange, "Git-Protocol").ifPresent(it -> pack.setExtraParameters(Set.of(it.split(":"))));
            if (isQuestion) {
                PacketLineOut lines = new PacketLineOut(out);
                lines.writeString("# service=git-upload-pack\n");
                lines.end();
                pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
            } else {
                boolean isZipped = header(exchange, "Content-Encoding").isPresent();
                InputStream in = new ByteArrayInputStream(asked);
                pack.upload(isZipped ? new GZIPInputStream(in) : in, out, null);
            }
        } catch (org.eclipse.jgit.errors.RepositoryNotFoundException none) {
            return "Status: 404 Not Found\r\n\r\n".getBytes(ISO_8859_1);
        }
        return out.toByteArray();
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** Sends a whole answer. */
    public static void send(HttpExchange exchange, byte[] cgi) throws IOException {
        int end = end(cgi);
        byte[] body = Arrays.copyOfRange(cgi, Math.min(cgi.length, end + HEAD_END.length), cgi.length);
        exchange.sendResponseHeaders(head(exchange, cgi, end), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Promises a whole answer, and sends half of it. */
    public static void sendHalf(HttpExchange exchange, byte[] cgi) throws IOException {
        int end = end(cgi);
        int begin = Math.min(cgi.length, end + HEAD_END.length);
        exchange.sendResponseHeaders(head(exchange, cgi, end), cgi.length - begin);
        exchange.getResponseBody().write(cgi, begin, (cgi.length - begin) / 2);
        exchange.getResponseBody().flush();
    }

    private static int head(HttpExchange exchange, byte[] cgi, int end) {
        int status = OK;
        for (String line : new String(cgi, 0, end, ISO_8859_1).lines().toList()) {
            int colon = line.indexOf(':');
            if (line.startsWith("Status:")) {
                status = Integer.parseInt(line.substring(8, 11));
            } else if (colon > 0) {
                exchange.getResponseHeaders()
                        .set(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return status;
    }

    private static int end(byte[] cgi) {
        int end = new String(cgi, ISO_8859_1).indexOf(new String(HEAD_END, ISO_8859_1));
        return end < 0 ? cgi.length : end;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
