package io.holdfast.cli;

import io.holdfast.model.Plan;
import io.holdfast.report.document.PlanDocument;
import io.holdfast.report.text.Paint;
import io.holdfast.report.text.PlanMarkdown;
import io.holdfast.report.text.PlanText;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** What would be done. */
@Command(name = "plan", description = "Looks at live and tells what would be done about it. Changes nothing.")
final class PlanCommand extends LookCommand<PlanDocument> {
    PlanCommand(Lookout.Tower tower, BooleanSupplier terminal) {
        super(tower, terminal);
    }

    @Override
    PlanDocument document(Plan plan) {
        return PlanDocument.of(plan, Optional.empty());
    }

    @Override
    Exit exit(PlanDocument document) {
        return Verdicts.of(document);
    }

    @Override
    BiFunction<PlanDocument, Paint, String> text() {
        return PlanText::of;
    }

    @Override
    Function<PlanDocument, String> markdown() {
        return PlanMarkdown::of;
    }
}
