package io.holdfast.cli;

import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.LastGood;
import io.holdfast.desired.Load;
import io.holdfast.model.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether environments load. Needs neither AWS nor a server. */
@Command(
        name = "validate",
        description = "Tells whether environments load, and if not, all that is wrong, by file and line.")
final class ValidateCommand implements Callable<Integer> {
    private final List<Kind<?>> kinds;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR|FILE",
            description = "A folder of environments, or files in one (environments).")
    private List<Path> paths = new ArrayList<>();

    ValidateCommand(List<Kind<?>> kinds) {
        this.kinds = kinds;
    }

    @Override
    public Integer call() {
        List<Path> given = paths.isEmpty() ? List.of(Path.of("environments")) : paths;
        Set<String> wrong = new TreeSet<>();
        given.forEach(it -> wrong.addAll(validate(it)));
        wrong.forEach(spec.commandLine().getOut()::println);
        return wrong.isEmpty() ? Exit.CLEAN.code() : Exit.ERROR.code();
    }

    /** A file is read with its neighbours, because it may extend them; those are only told of when they are asked for. */
    private List<String> validate(Path path) {
        if (!Files.isRegularFile(path)) {
            return lines(load(path), "");
        }
        String file = String.valueOf(path.getFileName());
        return lines(load(path.toAbsolutePath().getParent()), file.substring(0, file.lastIndexOf('.')));
    }

    private Load load(Path folder) {
        return new DesiredSource(folder, kinds, LastGood.inMemory()).load();
    }

    private List<String> lines(Load load, String only) {
        List<String> lines = new ArrayList<>();
        load.trouble().ifPresent(it -> lines.add(it.text()));
        for (Map.Entry<String, EnvironmentLoad> it : load.environments().entrySet()) {
            if (only.isEmpty() || only.startsWith("_") || only.equals(it.getKey())) {
                it.getValue().findings().forEach(finding -> lines.add(finding.text()));
                praise(it.getKey(), it.getValue());
            }
        }
        return lines;
    }

    private void praise(String environment, EnvironmentLoad load) {
        load.inForce()
                .filter(it -> load.findings().isEmpty())
                .ifPresent(it -> spec.commandLine()
                        .getErr()
                        .println(environment + ": " + it.resources().size() + " resources, mode "
                                + it.mode().word()));
    }
}
