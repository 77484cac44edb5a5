package io.holdfast.cli;

import io.holdfast.report.document.EventDocument;
import io.holdfast.report.text.HistoryText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What was done, and who said so. */
@Command(
        name = "history",
        description = "Asks a running Holdfast what was done and said, newest first; of the whole fleet, or of one.")
final class HistoryCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final Printing printing;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENVIRONMENT", arity = "0..1", description = "Its name; left out, all you may see.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most, across pages (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--format", defaultValue = "text", description = "text or json (${DEFAULT-VALUE}).")
    private TextOrJson format;

    /** One page, as it is answered. */
    record Page(List<EventDocument> items, Optional<String> next) {}

    HistoryCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
        this.printing = new Printing(surroundings.terminal());
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is 1 or more");
        }
        List<EventDocument> events = read(new Server(server));
        printing.print(format.print(events, it -> HistoryText.of(it, environment.isEmpty())));
        return Exit.CLEAN.code();
    }

    private List<EventDocument> read(Server from) {
        String path = environment.map(it -> Server.path(it, "history", spec)).orElse("/api/v1/history");
        List<EventDocument> events = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            int wanted = Math.min(PAGE, limit - events.size());
            String query =
                    "?limit=" + wanted + cursor.map(it -> "&cursor=" + it).orElse("");
            Page page = from.get(path + query, Page.class);
            events.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent() && events.size() < limit);
        return events;
    }
}
