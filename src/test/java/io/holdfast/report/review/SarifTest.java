package io.holdfast.report.review;

import static io.holdfast.report.Validations.bad;
import static io.holdfast.report.Validations.finding;
import static io.holdfast.report.Validations.good;
import static io.holdfast.report.Validations.misspelt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.report.Validations;
import io.holdfast.report.document.Json;
import io.holdfast.report.document.ValidationDocument;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifTest {
    private static final String FILE = "environments/staging.yaml";

    private static JsonNode sarif(ValidationDocument validation) {
        try {
            return new ObjectMapper().readTree(Json.text(Sarif.of(validation, Validations.RULES, "1.0")));
        } catch (IOException strange) {
            throw new AssertionError(strange);
        }
    }

    private static List<String> fingerprints(ValidationDocument validation) {
        List<String> fingerprints = new ArrayList<>();
        sarif(validation)
                .at("/runs/0/results")
                .forEach(it -> fingerprints.add(
                        it.at("/partialFingerprints/holdfastFinding~1v1").asText()));
        return fingerprints;
    }

    /** SARIF 2.1.0: sections 3.13 (log), 3.14 (run), 3.18 and 3.19 (tool), 3.49 (rule), each with what it must have. */
    @Test
    void theDocumentHasWhatTheStandardAsksFor() {
        // When
        JsonNode document = sarif(Validations.of(bad("staging", misspelt(FILE, 9))));

        // Then
        assertThat(document.path("version").asText()).isEqualTo("2.1.0");
        assertThat(document.path("$schema").asText()).endsWith("sarif-2.1.0.json");
        assertThat(document.path("runs")).hasSize(1);
        JsonNode driver = document.at("/runs/0/tool/driver");
        assertThat(driver.path("name").asText()).isEqualTo("Holdfast");
        assertThat(driver.path("version").asText()).isEqualTo("1.0");
        assertThat(driver.path("rules")).hasSize(2).allSatisfy(rule -> {
            assertThat(rule.path("id").asText()).isNotEmpty();
            assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
            assertThat(rule.at("/help/text").asText()).isNotEmpty();
            assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("error");
        });
        assertThat(document.at("/runs/0/invocations/0/executionSuccessful").asBoolean())
                .isTrue();
    }

    /** Sections 3.27 (result), 3.29 (physical location), 3.30 (region). */
    @Test
    void aFindingStandsOnItsLine() {
        // When
        JsonNode result =
                sarif(Validations.of(bad("staging", misspelt(FILE, 9)))).at("/runs/0/results/0");

        // Then
        assertThat(result.path("ruleId").asText()).isEqualTo("SCHEMA_UNKNOWN");
        assertThat(result.path("ruleIndex").asInt()).isZero();
        assertThat(result.path("level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText())
                .isEqualTo(
                        "spec.databases.main.enigne: unknown key; did you mean engine? allowed: engine, engineVersion");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo(FILE);
        assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(9);
        assertThat(place.at("/region/startColumn").asInt()).isEqualTo(7);
        assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asText())
                .isEqualTo("spec.databases.main.enigne");
    }

    @Test
    void eachResultLeadsToItsRule() {
        // When
        JsonNode run = sarif(Validations.of(bad("staging", misspelt(FILE, 9), finding(FILE, 10, "x"))))
                .at("/runs/0");

        // Then
        assertThat(run.path("results")).hasSize(2).allSatisfy(result -> {
            JsonNode rule =
                    run.at("/tool/driver/rules").get(result.path("ruleIndex").asInt());
            assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
        });
    }

    /** A review that learns of nothing wrong closes what it had open; an absent list would mean that nobody looked (3.14.23). */
    @Test
    void nothingWrongIsAnEmptyList() {
        assertThat(sarif(Validations.of(good("staging"))).at("/runs/0/results").isArray())
                .isTrue();
    }

    @Test
    void aFindingKeepsItsFingerprintWhenItsLineMoves() {
        // Given
        ValidationDocument before = Validations.of(bad("staging", misspelt(FILE, 9), finding(FILE, 20, "x")));
        ValidationDocument after = Validations.of(bad("staging", misspelt(FILE, 12), finding(FILE, 23, "y")));

        // When, then
        assertThat(fingerprints(after)).isEqualTo(fingerprints(before)).doesNotHaveDuplicates();
    }

    @Test
    void alikeFindingsHaveFingerprintsOfTheirOwn() {
        assertThat(fingerprints(Validations.of(bad("staging", finding(FILE, 2, "x"), finding(FILE, 3, "x")))))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFileNameIsAReference() {
        assertThat(Uris.of("environments/a b%ü#?.yaml")).isEqualTo("environments/a%20b%25%C3%BC%23%3F.yaml");
        assertThat(URI.create(Uris.of("a:b.yaml")).isAbsolute()).isFalse();
        assertThat(Uris.of("/srv/environments/a.yaml")).isEqualTo("file:///srv/environments/a.yaml");
        assertThat(URI.create(Uris.of("a\nb\u0001.yaml")).getPath()).isEqualTo("a\nb\u0001.yaml");
    }

    @Test
    void theSameFindingsGiveTheSameText() {
        // Given
        ValidationDocument validation = Validations.of(bad("staging", misspelt(FILE, 9)));

        // When
        String text = Json.text(Sarif.of(validation, Validations.RULES, "1.0"));

        // Then
        assertThat(text.indexOf("startLine")).isLessThan(text.indexOf("startColumn"));
        assertThat(text.indexOf("fullyQualifiedName")).isLessThan(text.indexOf("\"kind\""));
    }
}
