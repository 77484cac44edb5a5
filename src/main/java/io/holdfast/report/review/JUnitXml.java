package io.holdfast.report.review;

import io.holdfast.report.document.FindingDocument;
import io.holdfast.report.document.ValidatedDocument;
import io.holdfast.report.document.ValidationDocument;
import io.holdfast.report.text.Findings;
import io.holdfast.report.text.Paint;
import java.util.List;

/**
 * Findings as the XML of JUnit, which every build server reads: a test case that fails for each of them, with its place for a
 * name, since of several failures in one case most servers show the first; and one that passes for each environment without.
 */
public final class JUnitXml {
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private JUnitXml() {}

    public static String of(ValidationDocument validation) {
        return new JUnitXml().write(validation);
    }

    private String write(ValidationDocument validation) {
        List<ValidatedDocument> environments = validation.environments();
        int failed = environments.stream().mapToInt(it -> it.findings().size()).sum();
        long passed =
                environments.stream().filter(it -> it.findings().isEmpty()).count();
        String counts = attribute("tests", String.valueOf(failed + passed))
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
        environments.forEach(this::write);
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private void write(ValidatedDocument environment) {
        if (environment.findings().isEmpty()) {
            open(environment.name(), environment.home(), environment.home());
            xml.append("/>\n");
        }
        environment.findings().forEach(it -> write(environment.name(), it));
    }

    private void write(String environment, FindingDocument finding) {
        String clause = Findings.clause(finding, Paint.PLAIN);
        open(environment, finding.place() + " " + finding.code(), finding.file());
        xml.append(attribute("line", String.valueOf(finding.line())))
                .append(">\n      <failure")
                .append(attribute("type", finding.code()))
                .append(attribute("message", clause))
                .append('>')
                .append(escaped(finding.place() + ": " + finding.code() + ": " + clause))
                .append("</failure>\n    </testcase>\n");
    }

    private void open(String environment, String name, String file) {
        xml.append("    <testcase")
                .append(attribute("classname", environment))
                .append(attribute("name", name))
                .append(attribute("file", file));
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
}
