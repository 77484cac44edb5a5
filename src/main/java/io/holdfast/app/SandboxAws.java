package io.holdfast.app;

import io.holdfast.sandbox.LoopbackServer;
import io.holdfast.sandbox.Pace;
import io.holdfast.sandbox.Sandbox;
import io.holdfast.sandbox.Services;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.http.SdkHttpClient;

/** AWS inside this process, empty at every start but for a network to put things into. */
final class SandboxAws implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SandboxAws.class);

    /** Ids are the same at every start, so that what a person wrote down yesterday still says something. */
    private static final long SEED = 1;

    private final Sandbox sandbox;
    private final Optional<LoopbackServer> port;

    private SandboxAws(Sandbox sandbox, Optional<LoopbackServer> port) {
        this.sandbox = sandbox;
        this.port = port;
    }

    static SandboxAws start(HoldfastConfig.Sandbox config, Clock clock) {
        Sandbox sandbox = new Sandbox(clock, new Pace(config.pace()), SEED, Services.all());
        SandboxNetwork.lay(new SandboxHttpClient(sandbox));
        return new SandboxAws(sandbox, open(sandbox, config.port()));
    }

    /** Without the port only other programs lack something, so its lack stops nothing. */
    private static Optional<LoopbackServer> open(Sandbox sandbox, int port) {
        try {
            return Optional.of(LoopbackServer.start(sandbox, port));
        } catch (UncheckedIOException taken) {
            LOG.errorf(
                    "%s; other programs cannot reach it until holdfast.sandbox.port names a free one",
                    taken.getMessage());
            return Optional.empty();
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    SdkHttpClient http() {
        return new SandboxHttpClient(sandbox);
    }

    /** Where other programs reach it. */
    Optional<URI> endpoint() {
        return port.map(LoopbackServer::endpoint);
    }

    @Override
    public void close() {
        port.ifPresent(LoopbackServer::close);
    }
}
