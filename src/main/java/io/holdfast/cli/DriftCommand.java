package io.holdfast.cli;

import io.holdfast.model.Plan;
import io.holdfast.report.document.DriftDocument;
import io.holdfast.report.text.DriftMarkdown;
import io.holdfast.report.text.DriftText;
import io.holdfast.report.text.Paint;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** How live differs from what is declared. */
@Command(name = "drift", description = "Looks at live and tells how it differs. Changes nothing.")
final class DriftCommand extends LookCommand<DriftDocument> {
    DriftCommand(Lookout.Tower tower, BooleanSupplier terminal) {
        super(tower, terminal);
    }

    @Override
    DriftDocument document(Plan plan) {
        return DriftDocument.of(plan, Optional.empty());
    }

    @Override
    Exit exit(DriftDocument document) {
        return Verdicts.of(document);
    }

    @Override
    BiFunction<DriftDocument, Paint, String> text() {
        return DriftText::of;
    }

    @Override
    Function<DriftDocument, String> markdown() {
        return DriftMarkdown::of;
    }
}
