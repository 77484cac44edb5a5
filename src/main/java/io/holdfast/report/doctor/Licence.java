package io.holdfast.report.doctor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.holdfast.model.Clearance;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Fault;
import io.holdfast.model.Permission;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What may be written in an environment, as far as IAM tells it beforehand. */
public final class Licence {
    private static final int SHOWN = 3;

    private final String environment;
    private final boolean isActing;
    private final boolean isPruning;

    private Licence(DriftReport report) {
        this.environment = report.environment();
        this.isActing = Wanted.isActing(report);
        this.isPruning = Wanted.isPruning(report);
    }

    /** What there is to say: what is missing action by action, what could not be told reason by reason, and the rest in one. */
    public static List<Finding> findings(DriftReport report, List<Clearance> clearances) {
        Licence licence = new Licence(report);
        List<Finding> findings = new ArrayList<>();
        grouped(clearances, Clearance.Denied.class, it -> it.permission().action())
                .forEach((action, all) -> findings.add(licence.missing(action, all)));
        grouped(clearances, Clearance.Open.class, Clearance.Open::because)
                .forEach((because, all) -> findings.add(licence.open(because, all)));
        licence.allowed(clearances).ifPresent(findings::add);
        return findings;
    }

    private static <C extends Clearance> Map<String, List<C>> grouped(
            List<Clearance> clearances, Class<C> type, Function<C, String> key) {
        return of(clearances, type).collect(groupingBy(key, TreeMap::new, toList()));
    }

    private static <C extends Clearance> Stream<C> of(List<Clearance> clearances, Class<C> type) {
        return clearances.stream().filter(type::isInstance).map(type::cast);
    }

    private Finding missing(String action, List<Clearance.Denied> all) {
        String found = "to write: " + action + " is missing" + places(all) + ": "
                + all.get(0).because();
        String remedy = "allow " + action + " to the role Holdfast uses there";
        return isActing
                ? new Finding("NG", environment, found, remedy)
                : new Finding("WARN", environment, found, remedy + " before its mode is propose or enforce");
    }

    private static String places(List<? extends Clearance> all) {
        List<String> resources = all.stream()
                .map(it -> it.permission().resource())
                .filter(it -> !it.equals(Permission.ANY))
                .distinct()
                .toList();
        return resources.isEmpty() ? "" : " on " + some(resources);
    }

    private Finding open(String because, List<Clearance.Open> all) {
        List<String> actions =
                all.stream().map(it -> it.permission().action()).distinct().toList();
        return new Finding(
                "SKIP",
                environment,
                "to write: not checked (" + some(actions) + "): " + because,
                all.get(0)
                        .trouble()
                        .map(Licence::remedy)
                        .orElse("a plan names the actions it takes; one that is denied is told by name"));
    }

    private static String remedy(Fault trouble) {
        return trouble.kind() == Fault.Kind.DENIED
                ? "allow " + trouble.operation() + " to the role Holdfast uses there, on that role; it changes nothing"
                : "ask again; each plan names the actions it takes, and one that is denied is told by name";
    }

    /** Actions that are allowed wherever they may be taken. */
    private Optional<Finding> allowed(List<Clearance> clearances) {
        Set<String> all = actions(clearances.stream());
        Set<String> allowed = new TreeSet<>(all);
        allowed.removeAll(actions(clearances.stream().filter(it -> !(it instanceof Clearance.Allowed))));
        String share = allowed.equals(all) ? "all " + all.size() : allowed.size() + " of " + all.size();
        return allowed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "OK",
                        environment,
                        "to write: IAM allows " + share + " actions that may be taken here, as it simulates them"
                                + (isPruning ? "" : "; deletions are not asked about while prune is off"),
                        ""));
    }

    private static Set<String> actions(Stream<Clearance> clearances) {
        return clearances.map(it -> it.permission().action()).collect(toCollection(TreeSet::new));
    }

    private static String some(List<String> words) {
        String shown = String.join(", ", words.stream().limit(SHOWN).toList());
        return words.size() > SHOWN ? shown + " and " + (words.size() - SHOWN) + " more" : shown;
    }
}
