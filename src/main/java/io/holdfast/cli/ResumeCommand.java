package io.holdfast.cli;

import io.holdfast.report.document.StandstillDocument;
import io.holdfast.report.text.StandstillText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets one environment go on. */
@Command(
        name = "resume",
        description = "Takes the pause of an environment back.",
        footer = {"", "Exits with 4 while the line is stopped, else with 0."})
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENVIRONMENT", description = "Its name.")
    private String environment;

    @Option(names = "--reason", description = "Why, for the audit trail.")
    private Optional<String> reason = Optional.empty();

    ResumeCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        Map<String, String> body = reason.map(it -> Map.of("reason", it)).orElse(Map.of());
        StandstillDocument now =
                new Server(server).post(Server.path(environment, "resume", spec), body, StandstillDocument.class);
        spec.commandLine().getOut().print(StandstillText.of(now));
        return (now.lineStopped().isPresent() ? Exit.BLOCKED : Exit.CLEAN).code();
    }
}
