package io.holdfast.cli;

import io.holdfast.model.Kind;
import io.holdfast.report.document.ValidationDocument;
import io.holdfast.report.text.ValidationText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether environments load. Needs neither AWS nor a server. */
@Command(
        name = "validate",
        description = "Tells whether environments load, and if not, all that is wrong, by file and line.")
final class ValidateCommand implements Callable<Integer> {
    private static final String ENVIRONMENTS = "environments";

    private final String version;
    private final Supplier<List<Kind<?>>> kinds;

    @Mixin
    private Printing printing;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Judged format;

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR|FILE",
            description = "A folder of environments, or files in one (environments).")
    private List<Path> paths = new ArrayList<>();

    ValidateCommand(String version, Supplier<List<Kind<?>>> kinds, BooleanSupplier terminal) {
        this.version = version;
        this.kinds = kinds;
        this.printing = new Printing(terminal);
    }

    @Override
    public Integer call() {
        List<Path> asked = paths.isEmpty() ? List.of(Path.of(ENVIRONMENTS)) : paths;
        ValidationDocument validation = Validation.of(asked, kinds.get());
        printing.print(format.print(validation, printing.paint(), version));
        printing.note(ValidationText.summary(validation, printing.notePaint()));
        if (!validation.valid()) {
            asked.forEach(this::hint);
        }
        return validation.valid() ? Exit.CLEAN.code() : Exit.ERROR.code();
    }

    /** Whoever names the repository gets an answer about a folder that was never meant to be one environment. */
    private void hint(Path path) {
        Path inner = path.resolve(ENVIRONMENTS);
        if (Files.isDirectory(inner)) {
            printing.note("there is a folder " + inner + "; is that the one that is meant?\n");
        }
    }
}
