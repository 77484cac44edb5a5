package io.holdfast.cli;

import io.holdfast.export.Exported;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Scope;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is live, as the YAML of an environment. Needs no server, and changes nothing. */
@Command(
        name = "export",
        description = "Writes what is live as the YAML of an environment that is only observed. Changes nothing.",
        footer = {
            "",
            "Without --cluster every cluster of the account and region is looked",
            "through; databases and caches only where --database and --cache name",
            "them, or --name or --tag choose among all. '*' means all.",
            "Exits with 0 when the file is all there is, 7 when something could not",
            "be looked at, 1 when what was named is not there."
        })
final class ExportCommand implements Callable<Integer> {
    /** As an environment may be called, and so its file. */
    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

    private final Lookout.Tower tower;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Printing printing;

    @Option(names = "--environment", required = true, paramLabel = "NAME", description = "What it will be called.")
    private String environment;

    @Option(names = "--account", required = true, description = "Twelve digits; credentials of another are refused.")
    private String account;

    @Option(names = "--region", required = true, description = "Such as us-east-1.")
    private String region;

    @Option(names = "--role", paramLabel = "ARN", description = "A role to assume there.")
    private Optional<String> role = Optional.empty();

    @Option(names = "--cluster", paramLabel = "NAME", description = "Only its services; may be repeated.")
    private Set<String> clusters = new LinkedHashSet<>();

    @Option(names = "--database", paramLabel = "NAME", description = "An RDS instance too; may be repeated.")
    private Set<String> databases = new LinkedHashSet<>();

    @Option(names = "--cache", paramLabel = "NAME", description = "A replication group too; may be repeated.")
    private Set<String> caches = new LinkedHashSet<>();

    @Option(names = "--name", paramLabel = "NAME", description = "Only what is called so in AWS; may be repeated.")
    private Set<String> names = new LinkedHashSet<>();

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "Only what carries it; may be repeated.")
    private Map<String, String> tags = new LinkedHashMap<>();

    @Option(names = "--endpoint", description = "Asked instead of AWS, such as http://127.0.0.1:4566.")
    private Optional<URI> endpoint = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = Patience.Reader.class,
            description = "How long the look may take, such as 90s (${DEFAULT-VALUE}).")
    private Patience patience;

    ExportCommand(Lookout.Tower tower, BooleanSupplier terminal) {
        this.tower = tower;
        this.printing = new Printing(terminal);
    }

    @Override
    public Integer call() {
        check("--environment", environment, ENVIRONMENT, "1 to 63 letters, digits, hyphens and underscores");
        check("--account", account, Pattern.compile("[0-9]{12}"), "twelve digits");
        check("--region", region, Pattern.compile(AwsTarget.REGION), "a region, such as us-east-1");
        Exported exported = patience.await(this::look);
        if (exported.yaml().isEmpty()) {
            printing.note("note: nothing is left to write\n");
        } else {
            printing.print(exported.yaml());
        }
        note("note", exported.left());
        note("error", exported.missing());
        note("could not look at", exported.notSeen());
        return exit(exported).code();
    }

    private Exported look() {
        AwsTarget aws = new AwsTarget(account, region, role);
        try (Lookout lookout =
                tower.lookout(new Viewpoint(Path.of("environments"), Optional.empty(), endpoint, false))) {
            return lookout.export(environment, aws, Scope.chosen(clusters, databases, caches, names, tags));
        }
    }

    private static Exit exit(Exported exported) {
        if (!exported.missing().isEmpty()) {
            return Exit.ERROR;
        }
        return exported.notSeen().isEmpty() ? Exit.CLEAN : Exit.NOT_SEEN;
    }

    private void note(String word, List<String> sentences) {
        sentences.forEach(it -> printing.note(word + ": " + it + "\n"));
    }

    private void check(String option, String value, Pattern allowed, String told) {
        if (!allowed.matcher(value).matches()) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + "; allowed: " + told);
        }
    }
}
