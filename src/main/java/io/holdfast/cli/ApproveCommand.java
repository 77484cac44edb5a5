package io.holdfast.cli;

import io.holdfast.report.document.AnsweredDocument;
import picocli.CommandLine.Command;

/** A yes. */
@Command(
        name = "approve",
        description = "Says yes to a plan of a running Holdfast.",
        footer = {"", "Exits with 4 while something of the plan still waits or is declined, else with 0."})
final class ApproveCommand extends AnswerCommand {
    ApproveCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    String verb() {
        return "approve";
    }

    @Override
    Exit exit(AnsweredDocument answered) {
        return answered.waiting().isEmpty() && answered.declined().isEmpty() ? Exit.CLEAN : Exit.BLOCKED;
    }
}
