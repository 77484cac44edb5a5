package io.holdfast.cli;

import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.Load;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Plan;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code plan} and {@code drift} have in common: one look at live, without a server, changing nothing. */
abstract class LookCommand<D> implements Callable<Integer> {
    private final Lookout.Tower tower;

    @Spec
    private CommandSpec spec;

    @Option(names = "--dir", defaultValue = "environments", description = "Folder of environments (${DEFAULT-VALUE}).")
    private Path folder;

    @Option(names = "--environment", description = "Only this one; may be repeated.")
    private List<String> environments = new ArrayList<>();

    @Option(names = "--endpoint", description = "Asked instead of AWS, such as http://127.0.0.1:4566.")
    private Optional<URI> endpoint = Optional.empty();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Shown format;

    @Option(names = "--detailed-exitcode", description = "0 clean, 2 a difference, 1 an error, as Terraform has it.")
    private boolean folded;

    LookCommand(Lookout.Tower tower) {
        this.tower = tower;
    }

    /** What is shown of a plan. */
    abstract D document(Plan plan);

    abstract Exit exit(D document);

    abstract Function<D, String> text();

    abstract Function<D, String> markdown();

    @Override
    public Integer call() {
        try (Lookout lookout = tower.lookout(folder, endpoint)) {
            List<D> documents = chosen(lookout.load()).stream()
                    .map(lookout::plan)
                    .map(this::document)
                    .toList();
            out().print(format.print(documents, text(), markdown()));
            lookout.blindness().ifPresent(it -> err().println("note: " + it));
            Exit exit = Exit.gravest(documents.stream().map(this::exit).toList());
            return folded ? exit.folded() : exit.code();
        }
    }

    private List<DesiredState> chosen(Load load) {
        load.trouble().ifPresent(it -> {
            throw new Unanswerable(it.text());
        });
        List<String> names =
                environments.isEmpty() ? List.copyOf(load.environments().keySet()) : environments;
        return names.stream().map(it -> desired(it, load)).toList();
    }

    private DesiredState desired(String name, Load load) {
        EnvironmentLoad loaded = load.of(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no environment " + name + " in " + folder + "; there is "
                                + load.environments().keySet()));
        return loaded.inForce()
                .filter(it -> loaded.findings().isEmpty())
                .orElseThrow(() -> new Unanswerable(String.join("\n", loaded.lines())));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
