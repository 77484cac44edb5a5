package io.holdfast.report.review;

import io.holdfast.report.document.FindingDocument;
import io.holdfast.report.document.ValidatedDocument;
import io.holdfast.report.document.ValidationDocument;
import io.holdfast.report.text.Findings;
import io.holdfast.report.text.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings as the XML of JUnit, which every build server reads: a test case for each file of an environment, a failure for each finding. */
public final class JUnitXml {
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private JUnitXml() {}

    public static String of(ValidationDocument validation) {
        return new JUnitXml().write(validation);
    }

    private String write(ValidationDocument validation) {
        List<Case> cases = validation.environments().stream()
                .flatMap(it -> Case.of(it).stream())
                .toList();
        long failed = cases.stream().filter(it -> !it.findings().isEmpty()).count();
        String counts = attribute("tests", String.valueOf(cases.size()))
                + attribute("failures", String.valueOf(failed))
                + attribute("errors", "0")
                + attribute("skipped", "0");
        xml.append("<testsuites")
                .append(attribute("name", "holdfast"))
                .append(counts)
                .append(">\n");
        xml.append("  <testsuite")
                .append(attribute("name", "holdfast validate"))
                .append(counts)
                .append(">\n");
        cases.forEach(this::write);
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private void write(Case it) {
        xml.append("    <testcase")
                .append(attribute("classname", it.environment()))
                .append(attribute("name", it.file()))
                .append(attribute("file", it.file()));
        if (it.findings().isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        it.findings().forEach(this::write);
        xml.append("    </testcase>\n");
    }

    private void write(FindingDocument finding) {
        String clause = Findings.clause(finding, Paint.PLAIN);
        xml.append("      <failure")
                .append(attribute("type", finding.code()))
                .append(attribute("message", clause))
                .append('>')
                .append(escaped(finding.place() + ": " + finding.code() + ": " + clause))
                .append("</failure>\n");
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    /** What XML 1.0 cannot say at all, section 2.2, is shown as a question mark rather than making the whole unreadable. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                default -> escaped.appendCodePoint(isSayable(point) ? point : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isSayable(int point) {
        return point == '\t'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** An environment's file, and what is wrong with it. */
    private record Case(String environment, String file, List<FindingDocument> findings) {
        /** Where nothing is wrong, one case for the environment as a whole. */
        static List<Case> of(ValidatedDocument environment) {
            if (environment.findings().isEmpty()) {
                return List.of(new Case(environment.name(), environment.home(), List.of()));
            }
            Map<String, List<FindingDocument>> byFile = new TreeMap<>();
            environment
                    .findings()
                    .forEach(it -> byFile.computeIfAbsent(it.file(), file -> new ArrayList<>())
                            .add(it));
            return byFile.entrySet().stream()
                    .map(it -> new Case(environment.name(), it.getKey(), it.getValue()))
                    .toList();
        }
    }
}
