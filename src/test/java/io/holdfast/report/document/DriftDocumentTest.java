package io.holdfast.report.document;

import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.live;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.model.Fault;
import io.holdfast.model.Mode;
import io.holdfast.model.Observed;
import io.holdfast.model.Widget;
import io.holdfast.model.WidgetKind;
import io.holdfast.model.Widgets;
import io.holdfast.report.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftDocumentTest {
    private final Widget hundred = Widget.named("a").withSize(100);
    private final Widget fifty = Widget.named("a").withSize(50);

    private static JsonNode json(DriftDocument document) throws Exception {
        return new ObjectMapper().readTree(Json.text(document));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theNamesAndTheirOrderAreThePublishedOnes() throws Exception {
        // Given
        DriftDocument document = DriftDocument.of(Plans.drifted(hundred, fifty), Optional.of(Plans.LATER));

        // When
        JsonNode json = json(document);

        // Then
        assertThat(names(json))
                .containsExactly(
                        "schema",
                        "environment",
                        "source",
                        "observedAt",
                        "complete",
                        "notSeen",
                        "summary",
                        "resources",
                        "suppressed",
                        "strays",
                        "ignores",
                        "nextPassAt");
        JsonNode resource = json.get("resources").get(0);
        assertThat(names(resource))
                .contains("id", "kind", "arn", "sync", "health", "cause", "since", "impact", "fields", "plan");
        assertThat(names(resource.get("fields").get(0)))
                .containsExactly("path", "desired", "live", "lastApplied", "cause", "impact", "since", "declaredAt");
        assertThat(names(resource.get("plan"))).containsExactly("action", "calls", "verdict", "why");
        assertThat(names(json.get("source"))).containsExactly("commit", "committedAt", "authored", "path", "stale");
        assertThat(names(json.get("source").get("authored"))).containsExactly("name", "email", "at", "subject");
        assertThat(names(json.get("summary"))).containsExactly("resources", "inSync", "drifted", "unknown", "byCause");
    }

    @Test
    void everyDifferenceSaysWhoMovedSinceWhenWhereItIsDeclaredAndWhatFollows() throws Exception {
        // Given
        DriftDocument document = DriftDocument.of(Plans.drifted(hundred, fifty), Optional.empty());

        // When
        JsonNode json = json(document);

        // Then
        JsonNode field = json.at("/resources/0/fields/0");
        assertThat(field.get("desired").asInt()).isEqualTo(100);
        assertThat(field.get("live").asInt()).isEqualTo(50);
        assertThat(field.get("lastApplied").asInt()).isEqualTo(100);
        assertThat(field.get("cause").asText()).isEqualTo("LiveDrift");
        assertThat(field.get("since").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(field.at("/declaredAt/file").asText()).isEqualTo("environments/test.yaml");
        assertThat(field.at("/declaredAt/line").asInt()).isEqualTo(12);
        assertThat(json.at("/resources/0/plan/verdict").asText()).isEqualTo("Proceed");
        assertThat(json.at("/resources/0/plan/why").isNull()).isTrue();
        assertThat(json.at("/nextPassAt").isNull()).isTrue();
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        // Given
        DriftDocument document = DriftDocument.of(Plans.drifted(hundred, fifty), Optional.empty());

        // When
        String text = Json.text(document);

        // Then
        assertThat(text).contains("\"desired\" : 100").doesNotContain("1E+2");
    }

    @Test
    void whatCouldNotBeLookedAtIsNamedAndNeverCountedAsInSync() {
        // Given
        Fault denied = new Fault(Fault.Kind.DENIED, "test:Describe", "AccessDenied", "not you");
        var plan = Plans.of(desired(hundred), live(Map.of("a", Observed.unseen(denied))));

        // When
        DriftDocument document = DriftDocument.of(plan, Optional.empty());

        // Then
        assertThat(document.complete()).isFalse();
        assertThat(document.notSeen())
                .containsExactly(new NotSeenDocument("test/widget/a", "test:Describe: AccessDenied: not you"));
        assertThat(document.summary().inSync()).isZero();
        assertThat(document.summary().unknown()).isEqualTo(1);
    }

    @Test
    void aSecretIsShownAsHiddenOnBothSides() {
        // Given
        Widget declared = Widget.named("a").withSecret("DB_PASSWORD", "hunter2");
        Widget found = Widget.named("a").withSecret("DB_PASSWORD", "hunter3");

        // When
        String text = Json.text(DriftDocument.of(Plans.drifted(declared, found), Optional.empty()));

        // Then
        assertThat(text).contains("DB_PASSWORD").contains("(hidden)").doesNotContain("hunter");
    }

    @Test
    void noValueCanSteerATerminalThroughJson() {
        // Given
        Widget hostile = Widget.named("a").withVersion("\u009b31m\u202e\u001b[2J");

        // When
        String text = Json.text(DriftDocument.of(Plans.drifted(hundred, hostile.withSize(1)), Optional.empty()));

        // Then
        assertThat(text.chars()).allMatch(it -> it == '\n' || (it >= ' ' && it < 127));
    }

    @Test
    void aChangeThatWaitsSaysWhy() {
        // Given
        var declared = desired(Mode.PROPOSE, Widgets.declared(new WidgetKind(), hundred));

        // When
        DriftDocument document = DriftDocument.of(Plans.of(declared, live(fifty)), Optional.empty());

        // Then
        ChangeDocument plan = document.resources().get(0).plan().orElseThrow();
        assertThat(plan.verdict()).isEqualTo("NeedsApproval");
        assertThat(plan.why()).hasValueSatisfying(it -> assertThat(it).contains("propose"));
    }

    @Test
    void aDocumentIsReadAsItWasWritten() {
        // Given
        DriftDocument document = DriftDocument.of(Plans.drifted(hundred, fifty), Optional.of(Plans.LATER));

        // When
        DriftDocument read = Json.read(Json.text(document), DriftDocument.class);

        // Then
        assertThat(Json.text(read)).isEqualTo(Json.text(document));
    }
}
