package io.holdfast.report.explain;

import io.holdfast.ledger.RecordedEvent;
import io.holdfast.model.Change;
import io.holdfast.model.Observed;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Stray;
import io.holdfast.model.Sync;
import io.holdfast.model.Verdict;
import io.holdfast.report.document.EventDocument;
import io.holdfast.report.document.ExplainedDocument;
import io.holdfast.report.document.ExplainedDocument.Judged;
import io.holdfast.report.document.LocationDocument;
import io.holdfast.report.document.RulingDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains resources of one plan. */
public final class Explanation {
    private final Plan plan;
    private final Instant nextPassAt;
    private final List<RecordedEvent> newestFirst;

    /**
     * Gathers what is needed.
     *
     * @param nextPassAt when the next pass begins at the latest
     * @param newestFirst what happened in the environment, as far as it is to be searched
     */
    public Explanation(Plan plan, Instant nextPassAt, List<RecordedEvent> newestFirst) {
        this.plan = plan;
        this.nextPassAt = nextPassAt;
        this.newestFirst = List.copyOf(newestFirst);
    }

    /** A resource by its id, declared or not; one field of it where one is asked for. */
    public ExplainedDocument of(String id, Optional<String> field) {
        return plan.report().resources().stream()
                .filter(it -> it.id().toString().equals(id))
                .findFirst()
                .map(it -> declared(it, field))
                .or(() -> plan.report().strays().stream()
                        .filter(it -> it.id().toString().equals(id))
                        .findFirst()
                        .map(this::stray))
                .orElseGet(() -> document(
                        id,
                        Optional.empty(),
                        "NotManaged",
                        "nothing declares it, and nothing of ours by this name was seen; it is neither looked at nor touched",
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    private ExplainedDocument declared(ResourceDrift drift, Optional<String> field) {
        return document(
                drift.id().toString(),
                Optional.of(drift.key()),
                state(drift),
                why(drift),
                Optional.of(LocationDocument.of(drift.declared().origin().at())),
                drift.since(),
                field.map(it -> List.of(Fields.one(drift, it))).orElseGet(() -> Fields.remarkable(drift)));
    }

    private ExplainedDocument stray(Stray stray) {
        boolean prunes = plan.report().desired().policy().prune().enabled();
        return document(
                stray.id().toString(),
                Optional.of(stray.key()),
                "Stray",
                "it is ours, and nothing declares it since " + stray.since()
                        + (prunes ? "" : "; pruning is off, so it is reported and left"),
                Optional.empty(),
                Optional.of(stray.since()),
                List.of());
    }

    private static String state(ResourceDrift drift) {
        if (drift.observed() instanceof Observed.Unseen<?>) {
            return "Unseen";
        }
        if (drift.observed().isAbsent()) {
            return "Missing";
        }
        return drift.sync() == Sync.SYNCED ? "InSync" : "Drifted";
    }

    private static String why(ResourceDrift drift) {
        return switch (state(drift)) {
            case "Unseen" ->
                "it could not be looked at: "
                        + drift.observed().trouble().map(Object::toString).orElse("");
            case "Missing" -> "it is declared, and AWS says that it is not there";
            case "InSync" ->
                drift.suppressed().isEmpty()
                        ? "all that is declared of it is as declared"
                        : "all that is compared is as declared; "
                                + drift.suppressed().size() + " declared fields are left alone";
            default ->
                drift.fields().size()
                        + (drift.fields().size() == 1 ? " field differs" : " fields differ")
                        + drift.cause().map(it -> " (" + it.word() + ")").orElse("");
        };
    }

    private ExplainedDocument document(
            String id,
            Optional<String> name,
            String state,
            String why,
            Optional<LocationDocument> declaredAt,
            Optional<Instant> since,
            List<ExplainedDocument.Field> fields) {
        List<Change> changes = plan.changes().stream()
                .filter(it -> it.id().toString().equals(id))
                .toList();
        return new ExplainedDocument(
                ExplainedDocument.SCHEMA,
                id,
                name,
                state,
                why,
                next(changes),
                declaredAt,
                since,
                fields,
                changes.stream().map(Explanation::judged).toList(),
                newestFirst.stream()
                        .filter(it ->
                                it.event().resource().map(Object::toString).equals(Optional.of(id)))
                        .findFirst()
                        .map(EventDocument::of),
                newestFirst.stream()
                        .filter(it -> isWordAbout(it, id))
                        .findFirst()
                        .map(EventDocument::of));
    }

    private static boolean isWordAbout(RecordedEvent recorded, String id) {
        return recorded.event().actor().isPresent()
                && recorded.event().message().matches("(?s).*(^|[ ,])\\Q" + id + "\\E($|[ ,]).*");
    }

    private static Judged judged(Change change) {
        return new Judged(
                change.action().word(),
                change.verdict().word(),
                change.rulings().stream()
                        .filter(it -> !(it.verdict() instanceof Verdict.Proceed))
                        .map(RulingDocument::of)
                        .toList());
    }

    private String next(List<Change> changes) {
        if (changes.isEmpty()) {
            return "nothing is planned of it; the next look is by " + nextPassAt;
        }
        return changes.stream().map(this::next).collect(Collectors.joining("; "));
    }

    private String next(Change change) {
        Verdict verdict = change.verdict();
        String what = change.action().word() + " with " + String.join(", ", change.calls());
        if (verdict.mayProceed()) {
            return what + " in the next pass, by " + nextPassAt;
        }
        if (verdict instanceof Verdict.NeedsApproval asked) {
            return what + (asked.byName() ? " waits for a person to name it" : " waits for a person")
                    + " in an approval of plan " + plan.id() + ": " + asked.sentence();
        }
        return what + " is held: " + verdict.sentence();
    }
}
