package io.holdfast.report.explain;

import io.holdfast.model.Cell;
import io.holdfast.model.Declared;
import io.holdfast.model.Difference;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Observed;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Suppressed;
import io.holdfast.report.document.ExplainedDocument.Field;
import io.holdfast.report.document.LocationDocument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why the fields of a resource are as they are. */
final class Fields {
    private Fields() {}

    /** Those that differ, and those that are left alone. */
    static List<Field> remarkable(ResourceDrift drift) {
        return Stream.concat(
                        drift.fields().stream().map(Fields::differing),
                        drift.suppressed().stream().map(it -> leftAlone(it, drift)))
                .toList();
    }

    /** The one at a path, in sync or not, managed or not. */
    static Field one(ResourceDrift drift, String path) {
        return drift.fields().stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .map(Fields::differing)
                .or(() -> drift.suppressed().stream()
                        .filter(it -> it.path().equals(path))
                        .findFirst()
                        .map(it -> leftAlone(it, drift)))
                .or(() -> cell(drift, path).map(it -> declared(it, drift)))
                .orElseGet(() -> unmanaged(drift, path));
    }

    private static Field differing(FieldDrift field) {
        String state = field.hold().map(it -> it.reason().word()).orElse("Drifted");
        String why = field.hold()
                .map(it -> it.sentence())
                .orElse(
                        field.quiet()
                                ? "a rule says that it counts as no drift; it is closed all the same"
                                : cause(field));
        return new Field(
                field.path(),
                state,
                why,
                field.difference().desired(),
                field.difference().live(),
                field.lastApplied(),
                Optional.of(field.cause().word()),
                Optional.of(field.since()),
                Optional.of(LocationDocument.of(field.declaredAt())));
    }

    private static String cause(FieldDrift field) {
        return switch (field.cause()) {
            case PENDING_CHANGE -> "the YAML has moved and AWS has not";
            case LIVE_DRIFT -> "somebody changed it in AWS; the YAML has not moved";
            case CONFLICT -> "the YAML and AWS have both moved";
            default ->
                "the two have differed since they were first compared, and neither has moved since; nobody can say who did before";
        };
    }

    private static Field leftAlone(Suppressed suppressed, ResourceDrift drift) {
        Optional<Cell> cell = cell(drift, suppressed.path());
        return new Field(
                suppressed.path(),
                suppressed.reason().word(),
                suppressed.sentence(),
                cell.map(Cell::difference).flatMap(Difference::desired),
                cell.map(Cell::difference).flatMap(Difference::live),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at(drift, suppressed.path())));
    }

    private static Field declared(Cell cell, ResourceDrift drift) {
        boolean isSeen = drift.observed().trouble().isEmpty();
        boolean isThere = drift.observed().present().isPresent();
        String state = isThere ? "InSync" : isSeen ? "Missing" : "Unseen";
        String why = isThere
                ? "live is as declared"
                : isSeen ? "the resource is not there" : "the resource could not be looked at";
        return new Field(
                cell.path(),
                state,
                why,
                cell.difference().desired(),
                cell.difference().live(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at(drift, cell.path())));
    }

    private static Field unmanaged(ResourceDrift drift, String path) {
        boolean isKnown = drift.kind().fields().paths().stream().anyMatch(it -> covers(it, path));
        String why = isKnown
                ? "the YAML leaves it out, so that it is never compared and never sent"
                : "a " + drift.id().kind().type() + " has no field of this name that Holdfast manages";
        return new Field(
                path,
                "NotManaged",
                why,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A path of the table has a star for each key of a map; what is asked for may also be the thing around it. */
    private static boolean covers(String pattern, String path) {
        String regex = Pattern.quote(pattern).replace("*", "\\E[^.]+\\Q");
        return path.matches(regex) || pattern.startsWith(path + ".");
    }

    private static LocationDocument at(ResourceDrift drift, String path) {
        return LocationDocument.of(drift.declared().origin().of(path));
    }

    private static Optional<Cell> cell(ResourceDrift drift, String path) {
        return cells(drift.declared(), drift.observed())
                .filter(it -> it.path().equals(path))
                .findFirst();
    }

    /** What is live is of the kind's own type: the kind's observer has made it. */
    @SuppressWarnings("unchecked")
    private static <S> Stream<Cell> cells(Declared<S> declared, Observed<?> observed) {
        Optional<S> live = observed.present().map(it -> (S) it.state());
        return declared.kind().fields().cells(declared.state(), live).stream();
    }
}
