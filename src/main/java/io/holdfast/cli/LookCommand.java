package io.holdfast.cli;

import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.Load;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Plan;
import io.holdfast.report.text.Paint;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--ref",
            paramLabel = "REV",
            description =
                    "Read the folder as this commit has it: HEAD~1, origin/main, a tag, an id. Nothing is fetched.")
    private Optional<String> revision = Optional.empty();

    @Option(
            names = "--repo",
            paramLabel = "PATH",
            description = "With --ref: the repository, a work tree or bare, that --dir is in (the one around it).")
    private Optional<Path> repository = Optional.empty();

    @Option(names = "--environment", description = "Only this one; may be repeated.")
    private List<String> environments = new ArrayList<>();

    @Option(names = "--endpoint", description = "Asked instead of AWS, such as http://127.0.0.1:4566.")
    private Optional<URI> endpoint = Optional.empty();

    @Option(
            names = "--own-credentials",
            description = "Look with the credentials of this process, and not with a role that the YAML names.")
    private boolean ownCredentials;

    @Mixin
    private final Printing printing;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Shown format;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = Patience.Reader.class,
            description = "How long the look may take, such as 90s (${DEFAULT-VALUE}).")
    private Patience patience;

    @Option(names = "--detailed-exitcode", description = "0 clean, 2 a difference, 1 an error, as Terraform has it.")
    private boolean folded;

    LookCommand(Lookout.Tower tower, BooleanSupplier terminal) {
        this.tower = tower;
        this.printing = new Printing(terminal);
    }

    /** What is shown of a plan. */
    abstract D document(Plan plan);

    abstract Exit exit(D document);

    abstract BiFunction<D, Paint, String> text();

    abstract Function<D, String> markdown();

    @Override
    public Integer call() {
        if (repository.isPresent() && revision.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--repo goes with --ref; a folder on disk is named by --dir alone");
        }
        Exit exit;
        try {
            exit = tell(patience.await(this::look));
        } catch (OutOfTime late) {
            printing.note("error: " + late.getMessage() + "\n");
            exit = Exit.TIMED_OUT;
        }
        return folded ? exit.folded() : exit.code();
    }

    private Seen<D> look() {
        try (Lookout lookout = tower.lookout(viewpoint())) {
            List<D> documents = chosen(lookout.load()).stream()
                    .map(lookout::plan)
                    .map(this::document)
                    .toList();
            return new Seen<>(documents, lookout.blindness());
        }
    }

    private Viewpoint viewpoint() {
        return new Viewpoint(
                repository.map(it -> it.resolve(folder)).orElse(folder), revision, endpoint, ownCredentials);
    }

    private Exit tell(Seen<D> seen) {
        Paint paint = printing.paint();
        printing.print(format.print(seen.documents(), it -> text().apply(it, paint), markdown(), spec.name()));
        seen.blindness().ifPresent(it -> printing.note("note: " + it + "\n"));
        return Exit.gravest(seen.documents().stream().map(this::exit).toList());
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

    /** What a look gave. */
    private record Seen<D>(List<D> documents, Optional<String> blindness) {}
}
