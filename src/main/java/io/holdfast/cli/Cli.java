package io.holdfast.cli;

import io.holdfast.model.Kind;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** All commands. */
@Command(
        name = "holdfast",
        description = "Keeps AWS ECS environments the way their YAML in git says they are.",
        footer = {
            "",
            "Exit codes: 0 clean, 1 error, 2 git is ahead of live, 3 live drift, 4 blocked,",
            "6 degraded, 7 could not look at everything, 64 usage."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Cli {
    private Cli() {}

    /**
     * A command line, ready to be executed.
     *
     * @param version of this build
     * @param kinds what can be declared
     * @param tower where looks at live are taken from
     * @param server runs the service; told whether on the sandbox
     * @param surroundings the process it runs in
     */
    public static CommandLine of(
            String version,
            List<Kind<?>> kinds,
            Lookout.Tower tower,
            Consumer<Boolean> server,
            Surroundings surroundings) {
        CommandLine line = new CommandLine(new Cli())
                .addSubcommand(new ServeCommand(server))
                .addSubcommand(new ValidateCommand(version, kinds, surroundings.terminal()))
                .addSubcommand(new PlanCommand(tower))
                .addSubcommand(new DriftCommand(tower))
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new TokenCommand(surroundings.chance()))
                .addSubcommand(new VersionCommand(version))
                .addSubcommand(new CommandLine.HelpCommand());
        line.setExecutionStrategy(Cli::run);
        line.setParameterExceptionHandler((wrong, args) -> misunderstood(wrong));
        line.setExecutionExceptionHandler((failed, command, args) -> failed(failed, command.getErr()));
        return line;
    }

    /** The process ends right after a command, and takes with it what was not written out. */
    private static int run(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } finally {
            parsed.commandSpec().commandLine().getOut().flush();
            parsed.subcommands()
                    .forEach(it -> it.commandSpec().commandLine().getOut().flush());
        }
    }

    private static int misunderstood(ParameterException wrong) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("error: " + wrong.getMessage());
        wrong.getCommandLine().usage(err);
        return Exit.USAGE.code();
    }

    private static int failed(Exception failed, PrintWriter err) {
        if (failed instanceof ParameterException wrong) {
            return misunderstood(wrong);
        }
        err.println("error: " + (failed instanceof Unanswerable ? failed.getMessage() : failed.toString()));
        return Exit.ERROR.code();
    }
}
