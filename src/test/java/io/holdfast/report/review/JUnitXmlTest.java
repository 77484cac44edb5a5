package io.holdfast.report.review;

import static io.holdfast.report.Validations.bad;
import static io.holdfast.report.Validations.finding;
import static io.holdfast.report.Validations.good;
import static io.holdfast.report.Validations.misspelt;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.report.Validations;
import io.holdfast.report.document.ValidationDocument;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    private static final String FILE = "environments/staging.yaml";
    private static final String SHARED = "environments/_shared.yaml";

    private static Element parsed(ValidationDocument validation) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.of(validation))))
                .getDocumentElement();
    }

    private static List<Element> all(Element root, String tag) {
        NodeList nodes = root.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    @Test
    void anEnvironmentThatLoadsIsAPassedCase() throws Exception {
        // When
        Element root = parsed(Validations.of(good("production")));

        // Then
        assertThat(all(root, "testcase"))
                .singleElement()
                .satisfies(it -> assertThat(it.getAttribute("classname")).isEqualTo("production"))
                .satisfies(it -> assertThat(it.getAttribute("name")).isEqualTo("environments/production.yaml"));
        assertThat(all(root, "failure")).isEmpty();
        assertThat(all(root, "testsuite").get(0).getAttribute("failures")).isEqualTo("0");
    }

    /** Of several failures in one case, most servers show the first. */
    @Test
    void everyFindingIsACaseOfItsOwnWithItsPlace() throws Exception {
        // Given
        ValidationDocument validation = Validations.of(
                good("production"), bad("staging", misspelt(SHARED, 3), misspelt(FILE, 9), finding(FILE, 10, "x")));

        // When
        Element root = parsed(validation);

        // Then
        assertThat(all(root, "testcase"))
                .extracting(it -> it.getAttribute("file") + " " + it.getAttribute("line"))
                .containsExactly("environments/production.yaml ", SHARED + " 3", FILE + " 9", FILE + " 10");
        assertThat(all(root, "testcase"))
                .extracting(it -> it.getAttribute("name"))
                .doesNotHaveDuplicates();
        assertThat(all(root, "testcase"))
                .allSatisfy(it -> assertThat(it.getElementsByTagName("failure").getLength())
                        .isLessThanOrEqualTo(1));
        assertThat(all(root, "failure")).hasSize(3);
        assertThat(all(root, "failure").get(0).getAttribute("type")).isEqualTo("SCHEMA_UNKNOWN");
        assertThat(all(root, "failure").get(0).getTextContent()).startsWith("environments/_shared.yaml:3:7: ");
        assertThat(all(root, "testsuite").get(0).getAttribute("tests")).isEqualTo("4");
        assertThat(all(root, "testsuite").get(0).getAttribute("failures")).isEqualTo("3");
    }

    @Test
    void noNameOrValueBreaksTheDocument() throws Exception {
        // Given
        ValidationDocument validation =
                Validations.of(bad("<&\"'>", finding("a\u0001\n]]>\uD800.yaml", 1, "</failure>")));

        // When
        Element root = parsed(validation);

        // Then
        assertThat(all(root, "testcase").get(0).getAttribute("classname")).isEqualTo("<&\"'>");
        assertThat(all(root, "testcase").get(0).getAttribute("file")).isEqualTo("a?\n]]>?.yaml");
        assertThat(all(root, "failure").get(0).getTextContent()).contains("</failure>");
    }
}
