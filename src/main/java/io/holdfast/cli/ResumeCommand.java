package io.holdfast.cli;

import io.holdfast.report.document.ResumedDocument;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets one environment go on. */
@Command(
        name = "resume",
        description = "Takes the pause of an environment back, or enforces a field again that was left alone.",
        footer = {"", "Exits with 4 while the line is stopped, else with 0."})
final class ResumeCommand implements Callable<Integer> {
    private static final int PARTS = 3;

    @Mixin
    private final ServerOptions server;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENVIRONMENT", description = "Its name.")
    private String environment;

    @Option(
            names = "--field",
            paramLabel = "RESOURCE[/FIELD]",
            description = "Enforces a field again instead that is contended or never shown, such as"
                    + " service/backend/desiredCount; without a field, all of the resource. Takes a --reason.")
    private Optional<String> field = Optional.empty();

    @Option(names = "--reason", description = "Why, for the audit trail.")
    private Optional<String> reason = Optional.empty();

    ResumeCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        return field.map(this::resumeField).orElseGet(this::goOn);
    }

    private int resumeField(String what) {
        String[] parts = what.split("/", PARTS);
        if (parts.length < PARTS - 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--field is a resource, such as service/backend, and a field of it behind a slash");
        }
        Map<String, String> body = new TreeMap<>(Map.of("resource", parts[0] + "/" + parts[1]));
        if (parts.length == PARTS) {
            body.put("field", parts[PARTS - 1]);
        }
        reason.ifPresent(it -> body.put("reason", it));
        ResumedDocument resumed =
                new Server(server).post(Server.path(environment, "resume-field", spec), body, ResumedDocument.class);
        spec.commandLine().getOut().print(StandstillText.of(resumed));
        return Exit.CLEAN.code();
    }

    private int goOn() {
        Map<String, String> body = reason.map(it -> Map.of("reason", it)).orElse(Map.of());
        StandstillDocument now =
                new Server(server).post(Server.path(environment, "resume", spec), body, StandstillDocument.class);
        spec.commandLine().getOut().print(StandstillText.of(now));
        return (now.lineStopped().isPresent() ? Exit.BLOCKED : Exit.CLEAN).code();
    }
}
