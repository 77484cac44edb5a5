package io.holdfast.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentSchemaTest {
    private static final Path SERVED = Path.of("src/main/resources/schema");
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private final ObjectNode environment = Format.schema();
    private final ObjectNode part = EnvironmentSchema.part();

    @Test
    void whatIsServedIsWhatTheCodeAccepts() throws IOException {
        CheckedIn.isCurrent(SERVED.resolve(EnvironmentSchema.ENVIRONMENT), Pretty.json(environment), getClass());
        CheckedIn.isCurrent(SERVED.resolve(EnvironmentSchema.PART), Pretty.json(part), getClass());
    }

    @Test
    void theSchemaIsItselfValid() {
        // Given
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(META_SCHEMA));

        // When
        var errors = new ArrayList<>(metaSchema.validate(environment));
        errors.addAll(metaSchema.validate(part));

        // Then
        assertThat(errors).isEmpty();
        assertThat(metaSchema.validate(environment.deepCopy().put("type", "objekt")))
                .isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryDefinitionIsReferredTo() {
        // Given
        List<String> referred = environment.findValuesAsText("$ref");

        // When
        List<String> defined = new ArrayList<>();
        environment.get("$defs").fieldNames().forEachRemaining(name -> defined.add("#/$defs/" + name));

        // Then
        assertThat(referred).containsAll(defined);
        assertThat(defined).containsAll(referred);
        assertThat(part.get("$ref").asText()).isEqualTo(EnvironmentSchema.ENVIRONMENT + "#/$defs/part");
    }

    @Test
    void everyExampleMayBeWritten() {
        // Given
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        List<JsonNode> withExamples = environment.findParents("examples");

        // When
        List<String> wrong = new ArrayList<>();
        for (JsonNode node : withExamples) {
            node.get("examples")
                    .forEach(example -> registry.getSchema(node)
                            .validate(example)
                            .forEach(error -> wrong.add(example + ": " + error.getMessage() + " in " + node)));
        }

        // Then
        assertThat(wrong).isEmpty();
        assertThat(withExamples).hasSizeGreaterThan(50);
    }
}
