package io.holdfast.cli;

import io.holdfast.report.document.DoctorDocument;
import io.holdfast.report.document.Json;
import io.holdfast.report.text.DoctorText;
import java.net.URI;
import java.nio.file.Path;
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
                        + " network, clock, credentials, permissions.",
        footer = {"", "Exits with 1 when anything is NG, else with 0."})
final class DoctorCommand implements Callable<Integer> {
    private final Lookout.Tower tower;

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Printing printing;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "text", description = "text or json (${DEFAULT-VALUE}).")
    private Shown format;

    @Option(names = "--local", description = "Without a server: looks from here, with the credentials there are here.")
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
        DoctorDocument document = local ? look() : new Server(server).get("/api/v1/doctor", DoctorDocument.class);
        printing.print(
                switch (format) {
                    case text -> DoctorText.of(document, printing.paint());
                    case json -> Json.text(document);
                    case markdown ->
                        throw new ParameterException(spec.commandLine(), "findings are shown as text or json");
                });
        boolean isSick = document.findings().stream().anyMatch(it -> it.level().equals("NG"));
        return (isSick ? Exit.ERROR : Exit.CLEAN).code();
    }

    private DoctorDocument look() {
        try (Lookout lookout = tower.lookout(new Viewpoint(folder, Optional.empty(), endpoint, false))) {
            return lookout.examine();
        }
    }
}
