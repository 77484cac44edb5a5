package io.holdfast.cli;

import io.holdfast.report.document.AnsweredDocument;
import io.holdfast.report.text.ApprovalsText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code approve} and {@code reject} have in common: a word about the plan somebody has seen. */
abstract class AnswerCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENVIRONMENT", description = "Its name.")
    private String environment;

    /** It is never looked up here: whoever approves has read the plan, and another one may have come since. */
    @Option(
            names = "--plan",
            paramLabel = "ID",
            required = true,
            description = "The plan you have read, by the id that stands in it and in approvals.")
    private String plan;

    @Option(
            names = "--resource",
            paramLabel = "ID",
            description = "Only this one, such as database/main; may be repeated. What holds data must be named so.")
    private List<String> resources = new ArrayList<>();

    @Option(names = "--reason", description = "Why, for the audit trail.")
    private Optional<String> reason = Optional.empty();

    AnswerCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
    }

    /** The verb of the path. */
    abstract String verb();

    abstract Exit exit(AnsweredDocument answered);

    @Override
    public Integer call() {
        Map<String, Object> body = new TreeMap<>(Map.of("planId", plan));
        reason.ifPresent(it -> body.put("reason", it));
        if (!resources.isEmpty()) {
            body.put("resources", resources);
        }
        AnsweredDocument answered =
                new Server(server).post(Server.path(environment, verb(), spec), body, AnsweredDocument.class);
        spec.commandLine().getOut().print(ApprovalsText.of(answered));
        return exit(answered).code();
    }
}
