package io.holdfast.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The service itself. */
@Command(name = "serve", description = "Runs the service; what is done when no command is given.")
final class ServeCommand implements Runnable {
    private final Consumer<Boolean> server;

    @Option(
            names = "--sandbox",
            description = "On an AWS played inside the process, as with -Dquarkus.profile=sandbox.")
    private boolean sandbox;

    ServeCommand(Consumer<Boolean> server) {
        this.server = server;
    }

    @Override
    public void run() {
        server.accept(sandbox);
    }
}
