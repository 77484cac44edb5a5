package io.holdfast.cli;

import io.holdfast.report.document.LineDocument;
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
import picocli.CommandLine.Spec;

/** Holds the whole fleet, or lets it go on. */
@Command(name = "stop-the-line", description = "Makes a running Holdfast change nothing anywhere. It goes on looking.")
final class LineCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/stop-the-line";

    @Mixin
    private final ServerOptions server;

    @Spec
    private CommandSpec spec;

    @Option(names = "--reason", description = "Why; to stop the line takes one.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Until when, in UTC, such as 2027-01-31T18:00:00Z; left out, until somebody releases it.")
    private Optional<String> until = Optional.empty();

    @Option(names = "--release", description = "Let it go on instead.")
    private boolean release;

    LineCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        boolean isStrange = release ? until.isPresent() : reason.isEmpty();
        if (isStrange) {
            throw new ParameterException(
                    spec.commandLine(), "to stop the line takes --reason; to release it takes no --until");
        }
        Map<String, String> body = new TreeMap<>();
        reason.ifPresent(it -> body.put("reason", it));
        until.ifPresent(it -> body.put("until", it));
        LineDocument now = new Server(server).post(release ? PATH + "/release" : PATH, body, LineDocument.class);
        spec.commandLine().getOut().print(StandstillText.of(now));
        return Exit.CLEAN.code();
    }
}
