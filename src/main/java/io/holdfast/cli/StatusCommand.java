package io.holdfast.cli;

import io.holdfast.report.document.FleetDocument;
import io.holdfast.report.text.Paint;
import io.holdfast.report.text.StatusText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a running Holdfast finds its environments. */
@Command(name = "status", description = "Asks a running Holdfast how its environments are.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Printing printing;

    @Option(names = "--format", defaultValue = "text", description = "text or json (${DEFAULT-VALUE}).")
    private TextOrJson format;

    @Option(names = "--detailed-exitcode", description = "0 clean, 2 a difference, 1 an error, as Terraform has it.")
    private boolean folded;

    StatusCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
        this.printing = new Printing(surroundings.terminal());
    }

    @Override
    public Integer call() {
        Exit exit;
        try {
            exit = tell(new Server(server).get("/api/v1/status", FleetDocument.class));
        } catch (OutOfTime late) {
            printing.note("error: " + late.getMessage() + "\n");
            exit = Exit.TIMED_OUT;
        }
        return folded ? exit.folded() : exit.code();
    }

    private Exit tell(FleetDocument fleet) {
        Paint paint = printing.paint();
        printing.print(format.print(fleet, it -> StatusText.of(it, paint)));
        Exit gravest =
                Exit.gravest(fleet.environments().stream().map(Verdicts::of).toList());
        return fleet.trouble().isEmpty() ? gravest : Exit.ERROR;
    }
}
