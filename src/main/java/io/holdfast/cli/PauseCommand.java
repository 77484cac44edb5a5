package io.holdfast.cli;

import io.holdfast.report.document.StandstillDocument;
import io.holdfast.report.text.StandstillText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds one environment. */
@Command(name = "pause", description = "Makes a running Holdfast change nothing in an environment. It goes on looking.")
final class PauseCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENVIRONMENT", description = "Its name.")
    private String environment;

    @Option(names = "--reason", required = true, description = "Why; whoever finds it wants to know.")
    private String reason;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Until when, in UTC, such as 2027-01-31T18:00:00Z; left out, until somebody resumes it.")
    private Optional<String> until = Optional.empty();

    PauseCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        Map<String, String> body = new TreeMap<>(Map.of("reason", reason));
        until.ifPresent(it -> body.put("until", it));
        StandstillDocument now =
                new Server(server).post(Server.path(environment, "pause", spec), body, StandstillDocument.class);
        spec.commandLine().getOut().print(StandstillText.of(now));
        return Exit.CLEAN.code();
    }
}
