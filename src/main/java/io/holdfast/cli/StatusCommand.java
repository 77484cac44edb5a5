package io.holdfast.cli;

import io.holdfast.report.document.FleetDocument;
import io.holdfast.report.document.Json;
import io.holdfast.report.text.Paint;
import io.holdfast.report.text.StatusText;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a running Holdfast finds its environments. */
@Command(name = "status", description = "Asks a running Holdfast how its environments are.")
final class StatusCommand implements Callable<Integer> {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Printing printing;

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "text", description = "text or json (${DEFAULT-VALUE}).")
    private Shown format;

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
            exit = tell(Json.read(body(), FleetDocument.class));
        } catch (OutOfTime late) {
            printing.note("error: " + late.getMessage() + "\n");
            exit = Exit.TIMED_OUT;
        }
        return folded ? exit.folded() : exit.code();
    }

    private Exit tell(FleetDocument fleet) {
        Paint paint = printing.paint();
        printing.print(
                switch (format) {
                    case text -> StatusText.of(fleet, paint);
                    case json -> Json.text(fleet);
                    case markdown ->
                        throw new ParameterException(spec.commandLine(), "status is shown as text or json");
                });
        Exit gravest =
                Exit.gravest(fleet.environments().stream().map(Verdicts::of).toList());
        return fleet.trouble().isEmpty() ? gravest : Exit.ERROR;
    }

    private String body() {
        HttpRequest request = server.request("/api/v1/status").build();
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(ServerOptions.patience())
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == UNAUTHORIZED) {
                throw new Unanswerable(
                        request.uri() + " takes a token that is valid there; put one into a file and name it with"
                                + " --token-file, or into the environment as " + ServerOptions.VARIABLE);
            }
            if (response.statusCode() != OK) {
                throw new Unanswerable(request.uri() + " answered " + response.statusCode());
            }
            return response.body();
        } catch (HttpTimeoutException late) {
            throw new OutOfTime(request.uri() + " did not answer in time; --timeout gives it longer", late);
        } catch (IOException away) {
            throw new Unanswerable("no Holdfast answers at " + request.uri() + ": " + away, away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unanswerable("interrupted", stopped);
        }
    }
}
