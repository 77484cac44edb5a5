package io.holdfast.desired.git;

import io.holdfast.desired.folder.Sealed;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.UploadPack;

/** A git server over ssh, on this machine, which lets one key in. It is what JGit's own client is built on. */
public final class GitSshServer implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair host;
    private final AtomicInteger asked = new AtomicInteger();

    /** Serves whatever repository is named by its path. */
    public GitSshServer(KeyPair host, PublicKey client) throws IOException {
        this.host = host;
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((user, key, session) -> {
            asked.incrementAndGet();
            return KeyUtils.compareKeys(key, client);
        });
        server.setCommandFactory((channel, command) -> new Upload(command));
        server.start();
    }

    public String url(Path repository) {
        return "ssh://git@127.0.0.1:" + server.getPort() + repository;
    }

    /** How a file of known hosts tells it. */
    public String line() {
        return line(host.getPublic());
    }

    /** The same place with another key. */
    public String line(PublicKey key) {
        return "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key) + "\n";
    }

    /** How often somebody has shown a key. */
    public int asked() {
        return asked.get();
    }

    private static final class Upload extends AbstractCommandSupport {
        Upload(String command) {
            super(command, null);
        }

        @Override
        public void run() {
            String path = getCommand().replaceFirst("git-upload-pack ", "").replace("'", "");
            try (Repository repository = new FileRepositoryBuilder()
                    .setFS(Sealed.files())
                    .setGitDir(Path.of(path).toFile())
                    .setMustExist(true)
                    .build()) {
                UploadPack pack = new UploadPack(repository);
                Optional.ofNullable(getEnvironment().getEnv().get("GIT_PROTOCOL"))
                        .ifPresent(it -> pack.setExtraParameters(Set.of(it)));
                pack.upload(getInputStream(), getOutputStream(), getErrorStream());
                onExit(0);
            } catch (IOException broken) {
                onExit(1, String.valueOf(broken.getMessage()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
