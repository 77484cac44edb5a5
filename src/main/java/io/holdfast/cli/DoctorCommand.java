package io.holdfast.cli;

import io.holdfast.report.document.DoctorDocument;
import io.holdfast.report.document.Json;
import io.holdfast.report.text.DoctorText;
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
        description = "Asks a running Holdfast what keeps it from working: source, ledger, credentials, permissions.",
        footer = {"", "Exits with 1 when anything is NG, else with 0."})
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Printing printing;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "text", description = "text or json (${DEFAULT-VALUE}).")
    private Shown format;

    DoctorCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
        this.printing = new Printing(surroundings.terminal());
    }

    @Override
    public Integer call() {
        DoctorDocument document = new Server(server).get("/api/v1/doctor", DoctorDocument.class);
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
}
