package io.holdfast.report.doctor;

import io.holdfast.model.Condition;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Fault;
import io.holdfast.model.Flaws;
import io.holdfast.model.Plan;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.document.DoctorDocument;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at the process, and at what the last look at each environment met with. */
public final class Examination {
    private Examination() {}

    /**
     * The same for one environment without a server, as of a look of its own.
     *
     * @param flaws what speaks against its YAML
     * @param report what was seen; absent where nothing loads
     */
    public static List<Finding> look(String environment, Flaws flaws, Optional<DriftReport> report) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                flaws.isEmpty()
                        ? ok(environment, "the YAML loads")
                        : ng(
                                environment,
                                flawed(flaws.lines(), flaws.of() == Flaws.Of.FILES),
                                flaws.lines().get(0)));
        report.ifPresent(it -> findings.addAll(seen(environment, it)));
        return findings;
    }

    /** All findings of a look without a server. */
    public static DoctorDocument of(List<Finding> found) {
        return new DoctorDocument(DoctorDocument.SCHEMA, List.copyOf(found));
    }

    /**
     * All findings.
     *
     * @param source why the folder of environments could not be read; empty when it could
     * @param ledger why the ledger takes no write; empty when it does
     * @param environments as of their last passes
     * @param vicinity what is around the process
     */
    public static DoctorDocument of(
            Optional<String> source,
            Optional<String> ledger,
            List<EnvironmentStatus> environments,
            List<Finding> vicinity) {
        List<Finding> findings = new ArrayList<>();
        findings.add(source.map(it -> ng(
                        "source",
                        it,
                        "see to what holdfast.source.url or .path names; what was last good stays in force"))
                .orElseGet(() -> ok("source", environments.size() + " environments are looked after")));
        findings.add(ledger.map(it -> ng(
                        "ledger",
                        it,
                        "nothing is written to AWS until it can be used; see its place in"
                                + " holdfast.state-dir or holdfast.ledger.url"))
                .orElseGet(() -> ok("ledger", "it takes writes, on the schema of this version")));
        findings.addAll(vicinity);
        environments.forEach(it -> findings.addAll(of(it)));
        return new DoctorDocument(DoctorDocument.SCHEMA, findings);
    }

    private static List<Finding> of(EnvironmentStatus status) {
        String name = status.environment();
        List<Finding> findings = new ArrayList<>();
        findings.add(yaml(status));
        status.plan().map(Plan::report).ifPresent(report -> findings.addAll(seen(name, report)));
        status.paused()
                .ifPresent(it -> findings.add(new Finding(
                        "WARN", name, it.message(), "holdfast resume " + name + ", or stop-the-line --release")));
        return findings;
    }

    private static Finding yaml(EnvironmentStatus status) {
        String inForce = status.plan()
                .map(it -> it.report().desired())
                .map(Examination::commit)
                .orElse("no desired state has ever loaded");
        return status.problems().isEmpty()
                ? ok(status.environment(), "the YAML loads; in force is " + inForce)
                : new Finding(
                        status.plan().isPresent() ? "WARN" : "NG",
                        status.environment(),
                        flawed(status.problems(), isRead(status)) + "; in force is " + inForce,
                        status.problems().get(0));
    }

    private static String flawed(List<String> problems, boolean areOfFiles) {
        return areOfFiles ? problems.size() + " problems in the YAML" : "the newest YAML could not be read";
    }

    private static boolean isRead(EnvironmentStatus status) {
        return status.conditions().stream()
                .noneMatch(it -> it.type() == Condition.Type.VALID && it.status() == Condition.Status.UNKNOWN);
    }

    private static String commit(DesiredState desired) {
        return "commit " + desired.revision().commit();
    }

    /** The same trouble is told once, however many resources it hides. */
    private static List<Finding> seen(String environment, DriftReport report) {
        String account = report.desired().aws().account();
        if (report.isComplete()) {
            return List.of(
                    ok(environment, "all " + report.resources().size() + " resources were seen in account " + account));
        }
        Map<String, Finding> findings = new TreeMap<>();
        report.notSeen().values().forEach(it -> findings.put(it.operation() + it.code(), finding(environment, it)));
        return Stream.concat(
                        findings.values().stream(),
                        Stream.of(new Finding(
                                "WARN",
                                environment,
                                report.notSeen().size() + " of "
                                        + report.resources().size() + " resources could not be looked at",
                                "nothing of them is changed until they can")))
                .toList();
    }

    private static Finding finding(String environment, Fault fault) {
        String found = fault.toString();
        return switch (fault.kind()) {
            case DENIED -> ng(environment, found, "allow " + fault.operation() + " to the role Holdfast uses there");
            case CREDENTIALS ->
                ng(
                        environment,
                        found,
                        "give Holdfast credentials of the account the YAML names, or let" + " it assume spec.aws.role");
            case CLOCK_SKEW ->
                ng(
                        environment,
                        found,
                        "AWS refuses requests from a clock that is minutes off; set this" + " machine's clock by NTP");
            case THROTTLED -> new Finding("WARN", environment, found, "it is tried again by itself, more slowly");
            case INVALID, QUOTA -> ng(environment, found, "AWS will not answer this as it is; see the message");
            default ->
                new Finding(
                        "WARN",
                        environment,
                        found,
                        "it is tried again; if it stays, see whether AWS can be reached from here");
        };
    }

    private static Finding ok(String subject, String found) {
        return new Finding("OK", subject, found, "");
    }

    private static Finding ng(String subject, String found, String remedy) {
        return new Finding("NG", subject, found, remedy);
    }
}
