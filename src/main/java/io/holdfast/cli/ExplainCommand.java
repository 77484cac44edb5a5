package io.holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.report.document.ExplainedDocument;
import io.holdfast.report.text.ExplainedText;
import java.net.URLEncoder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why something is as it is. */
@Command(
        name = "explain",
        description = "Asks a running Holdfast why a resource, or one field of it, is as it is.",
        footer = {
            "",
            "Exits with 0 when it is in sync, 2 or 3 when it differs and goes on, 4 when a guardrail holds it,",
            "7 when it could not be looked at."
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int PARTS = 4;
    private static final int WITHOUT_FIELD = 3;

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Printing printing;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RESOURCE[/FIELD]",
            description = "Such as production/service/backend or production/service/backend/desiredCount.")
    private String what;

    @Option(names = "--format", defaultValue = "text", description = "text or json (${DEFAULT-VALUE}).")
    private TextOrJson format;

    ExplainCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
        this.printing = new Printing(surroundings.terminal());
    }

    @Override
    public Integer call() {
        String[] parts = what.split("/", PARTS);
        if (parts.length < WITHOUT_FIELD) {
            throw new ParameterException(
                    spec.commandLine(), "a resource is named as in its id, such as production/service/backend");
        }
        String query = "?resource=" + encoded(parts[1] + "/" + parts[2])
                + (parts.length == PARTS ? "&field=" + encoded(parts[PARTS - 1]) : "");
        ExplainedDocument explained =
                new Server(server).get(Server.path(parts[0], "explain", spec) + query, ExplainedDocument.class);
        printing.print(format.print(explained, it -> ExplainedText.of(it, printing.paint())));
        return Verdicts.of(explained).code();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
