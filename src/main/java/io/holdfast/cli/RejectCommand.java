package io.holdfast.cli;

import io.holdfast.report.document.AnsweredDocument;
import picocli.CommandLine.Command;

/** A no. */
@Command(
        name = "reject",
        description =
                "Says no to a plan of a running Holdfast. It outweighs every yes until it runs out or you say yes.")
final class RejectCommand extends AnswerCommand {
    RejectCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    String verb() {
        return "reject";
    }

    @Override
    Exit exit(AnsweredDocument answered) {
        return Exit.CLEAN;
    }
}
