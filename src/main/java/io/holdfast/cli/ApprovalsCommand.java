package io.holdfast.cli;

import io.holdfast.report.document.ApprovalsDocument;
import io.holdfast.report.text.ApprovalsText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What waits for people. */
@Command(
        name = "approvals",
        description = "Asks a running Holdfast what waits for people, and what they have said.",
        footer = {"", "Exits with 4 while something waits or is declined, else with 0."})
final class ApprovalsCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Printing printing;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENVIRONMENT", description = "Its name.")
    private String environment;

    @Option(names = "--format", defaultValue = "text", description = "text or json (${DEFAULT-VALUE}).")
    private TextOrJson format;

    ApprovalsCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
        this.printing = new Printing(surroundings.terminal());
    }

    @Override
    public Integer call() {
        ApprovalsDocument approvals =
                new Server(server).get(Server.path(environment, "approvals", spec), ApprovalsDocument.class);
        printing.print(format.print(approvals, it -> ApprovalsText.of(it, printing.paint())));
        boolean open =
                approvals.questions().stream().anyMatch(it -> !it.answer().equals("Approved"));
        return (open ? Exit.BLOCKED : Exit.CLEAN).code();
    }
}
