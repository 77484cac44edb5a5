package io.holdfast.cli;

import io.holdfast.model.Kind;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
            "5 timed out, 6 degraded, 7 could not look at everything, 64 usage."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Cli {
    private static final String HELP = "help";

    private Cli() {}

    /**
     * A command line, ready to be executed.
     *
     * @param version of this build
     * @param kinds gives what can be declared
     * @param tower where looks at live are taken from
     * @param server runs the service; told whether on the sandbox
     * @param surroundings the process it runs in
     */
    public static CommandLine of(
            String version,
            Supplier<List<Kind<?>>> kinds,
            Lookout.Tower tower,
            Consumer<Boolean> server,
            Surroundings surroundings) {
        return line(commands(version, kinds, tower, server, surroundings).values());
    }

    /**
     * The same for known arguments. Where they begin with a command only that one is made: to describe all the others takes
     * longer than most of them take to answer.
     */
    public static CommandLine of(
            String[] args,
            String version,
            Supplier<List<Kind<?>>> kinds,
            Lookout.Tower tower,
            Consumer<Boolean> server,
            Surroundings surroundings) {
        Map<String, Supplier<Object>> commands = commands(version, kinds, tower, server, surroundings);
        Supplier<Object> asked = commands.get(args.length == 0 ? HELP : args[0]);
        return line(asked == null || asked == commands.get(HELP) ? commands.values() : List.of(asked));
    }

    private static Map<String, Supplier<Object>> commands(
            String version,
            Supplier<List<Kind<?>>> kinds,
            Lookout.Tower tower,
            Consumer<Boolean> server,
            Surroundings surroundings) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("serve", () -> new ServeCommand(server));
        commands.put("validate", () -> new ValidateCommand(version, kinds, surroundings.terminal()));
        commands.put("plan", () -> new PlanCommand(tower, surroundings.terminal()));
        commands.put("drift", () -> new DriftCommand(tower, surroundings.terminal()));
        commands.put("export", () -> new ExportCommand(tower, surroundings.terminal()));
        commands.put("status", () -> new StatusCommand(surroundings));
        commands.put("doctor", () -> new DoctorCommand(tower, surroundings));
        commands.put("explain", () -> new ExplainCommand(surroundings));
        commands.put("history", () -> new HistoryCommand(surroundings));
        commands.put("approvals", () -> new ApprovalsCommand(surroundings));
        commands.put("approve", () -> new ApproveCommand(surroundings));
        commands.put("reject", () -> new RejectCommand(surroundings));
        commands.put("pause", () -> new PauseCommand(surroundings));
        commands.put("resume", () -> new ResumeCommand(surroundings));
        commands.put("stop-the-line", () -> new LineCommand(surroundings));
        commands.put("token", () -> new TokenCommand(surroundings.chance()));
        commands.put("version", () -> new VersionCommand(version));
        commands.put(HELP, CommandLine.HelpCommand::new);
        return commands;
    }

    private static CommandLine line(Collection<Supplier<Object>> commands) {
        CommandLine line = new CommandLine(new Cli());
        commands.forEach(it -> line.addSubcommand(it.get()));
        explains(line);
        line.setExecutionStrategy(Cli::run);
        line.setParameterExceptionHandler((wrong, args) -> misunderstood(wrong));
        line.setExecutionExceptionHandler((failed, command, args) -> failed(failed, command.getErr()));
        return line;
    }

    /** Whoever asks a command for help gets the same as from {@code help}. */
    private static void explains(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (!spec.helpCommand()) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this.")
                    .build());
        }
        command.getSubcommands().values().forEach(Cli::explains);
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
        boolean isForPeople = failed instanceof Unanswerable || failed instanceof OutOfTime;
        err.println("error: " + (isForPeople ? failed.getMessage() : failed.toString()));
        return failed instanceof OutOfTime ? Exit.TIMED_OUT.code() : Exit.ERROR.code();
    }
}
