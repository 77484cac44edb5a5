package io.holdfast.report.review;

import io.holdfast.report.document.FindingDocument;
import io.holdfast.report.document.RuleDocument;
import io.holdfast.report.document.ValidationDocument;
import io.holdfast.report.text.Findings;
import io.holdfast.report.text.Paint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as SARIF 2.1.0 (OASIS standard of 27 March 2020), which code reviews show on the line. */
public final class Sarif {
    private static final String VERSION = "2.1.0";
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** Where relative names begin; readers put the root of the repository in its place. */
    private static final String ROOT = "%SRCROOT%";

    private final List<RuleDocument> rules;
    private final Fingerprints fingerprints = new Fingerprints();

    private Sarif(List<RuleDocument> rules) {
        this.rules = rules;
    }

    /**
     * The document.
     *
     * @param rules every sort of finding there is
     * @param version of the Holdfast that found them
     */
    public static Map<String, Object> of(ValidationDocument validation, List<RuleDocument> rules, String version) {
        return new Sarif(rules).document(validation, version);
    }

    private Map<String, Object> document(ValidationDocument validation, String version) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Holdfast");
        driver.put("version", version);
        driver.put("rules", rules.stream().map(Sarif::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        // Several tools, and several runs of one, may speak of a commit; this tells ours apart.
        run.put("automationDetails", Map.of("id", "holdfast/validate/"));
        run.put("invocations", List.of(Map.of("executionSuccessful", true)));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", validation.findings().stream().map(this::result).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", SCHEMA);
        document.put("version", VERSION);
        document.put("runs", List.of(run));
        return document;
    }

    private static Map<String, Object> rule(RuleDocument rule) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", rule.code());
        described.put("shortDescription", text(rule.meaning()));
        described.put("fullDescription", text(rule.meaning() + " " + rule.advice()));
        described.put("help", text(rule.advice()));
        described.put("defaultConfiguration", Map.of("level", "error"));
        return described;
    }

    private Map<String, Object> result(FindingDocument finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.code());
        result.put("ruleIndex", rules.stream().map(RuleDocument::code).toList().indexOf(finding.code()));
        result.put("level", "error");
        result.put("message", text(Findings.clause(finding, Paint.PLAIN)));
        result.put("locations", List.of(location(finding)));
        result.put("partialFingerprints", Map.of(Fingerprints.NAME, fingerprints.of(finding)));
        return result;
    }

    private static Map<String, Object> location(FindingDocument finding) {
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", Uris.of(finding.file()));
        if (!Uris.isAbsolute(finding.file())) {
            artifact.put("uriBaseId", ROOT);
        }
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        physical.put("region", pair("startLine", finding.line(), "startColumn", finding.column()));
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        if (!finding.path().isEmpty()) {
            location.put("logicalLocations", List.of(pair("fullyQualifiedName", finding.path(), "kind", "property")));
        }
        return location;
    }

    /** In this order in every run, which Map.of does not promise. */
    private static Map<String, Object> pair(String one, Object its, String other, Object others) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(one, its);
        pair.put(other, others);
        return pair;
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }
}
