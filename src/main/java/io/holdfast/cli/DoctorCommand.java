package io.holdfast.cli;

import io.holdfast.report.document.DoctorDocument;
import io.holdfast.report.text.DoctorText;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What keeps a running Holdfast from working. */
@Command(
        name = "doctor",
        description =
                "Asks a running Holdfast, or with --local looks itself, what keeps it from working: source, ledger,"
                        + " network, clock, credentials, permissions to look and to write.",
        footer = {"", "Exits with 1 when anything is NG, else with 0."})
final class DoctorCommand implements Callable<Integer> {
    private static final List<String> HERE = List.of("--dir", "--endpoint");
    private static final List<String> THERE = List.of("--server", "--token-file");

    /** As for a plan, which looks at as much. */
    private static final Patience LOCALLY = new Patience(Duration.ofMinutes(5));

    private final Lookout.Tower tower;

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Printing printing;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "text", description = "text or json (${DEFAULT-VALUE}).")
    private TextOrJson format;

    @Option(
            names = "--local",
            description =
                    "Without a server: looks from here, with the credentials there are here and the roles the YAML names.")
    private boolean local;

    @Option(
            names = "--dir",
            defaultValue = "environments",
            description = "Folder of environments, for --local (${DEFAULT-VALUE}).")
    private Path folder;

    @Option(names = "--endpoint", description = "Asked instead of AWS, for --local, such as http://127.0.0.1:4566.")
    private Optional<URI> endpoint = Optional.empty();

    DoctorCommand(Lookout.Tower tower, Surroundings surroundings) {
        this.tower = tower;
        this.server = new ServerOptions(surroundings.environment());
        this.printing = new Printing(surroundings.terminal());
    }

    @Override
    public Integer call() {
        refuse(local ? THERE : HERE, local ? "goes without --local" : "goes with --local");
        DoctorDocument document =
                local ? patience().await(this::look) : new Server(server).get("/api/v1/doctor", DoctorDocument.class);
        printing.print(format.print(document, it -> DoctorText.of(it, printing.paint())));
        boolean isSick = document.findings().stream().anyMatch(it -> it.level().equals("NG"));
        return (isSick ? Exit.ERROR : Exit.CLEAN).code();
    }

    private void refuse(List<String> options, String rule) {
        options.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(it -> {
                    throw new ParameterException(spec.commandLine(), it + " " + rule);
                });
    }

    private Patience patience() {
        boolean isSaid = spec.commandLine().getParseResult().hasMatchedOption("--timeout");
        return isSaid ? server.answersIn() : LOCALLY;
    }

    private DoctorDocument look() {
        try (Lookout lookout = tower.lookout(new Viewpoint(folder, Optional.empty(), endpoint, false))) {
            return lookout.examine();
        }
    }
}
