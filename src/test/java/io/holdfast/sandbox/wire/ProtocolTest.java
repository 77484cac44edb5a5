package io.holdfast.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One tree of values, three ways to write it. */
class ProtocolTest {

    private static final Map<String, String> JSON = Map.of("x-amz-target", "Any.PutThing");
    private static final Map<String, String> CBOR = Map.of("smithy-protocol", "rpc-v2-cbor");
    private static final Map<String, Object> MEMBERS = Members.none()
            .and("Name", "a & b")
            .and("Count", 3)
            .and("On", true)
            .and("Missing", null)
            .and("At", Instant.parse("2026-03-01T10:00:00.250Z"))
            .and("Groups", new XmlList("Group", List.of("x", "y")))
            .and("Plain", List.of(Map.of("Key", "k")))
            .map();

    @Test
    void theSameRequestReadsTheSameInEveryProtocol() {
        // Given
        var json = "{\"Name\":\"a\",\"Count\":3,\"List\":[{\"Key\":\"k\"}],\"Gone\":null}"
                .getBytes(StandardCharsets.UTF_8);
        var form = "Action=PutThing&Version=1&Name=a&Count=3&List.member.1.Key=k".getBytes(StandardCharsets.UTF_8);
        var cbor = CborWriter.bytes(Map.of("Name", "a", "Count", 3, "List", List.of(Map.of("Key", "k"))));

        // When
        var operations = List.of(
                Protocol.of(JSON).read("/", JSON, json),
                Protocol.of(Map.of()).read("/", Map.of(), form),
                Protocol.of(CBOR).read("/service/Any/operation/PutThing", CBOR, cbor));

        // Then
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.name()).isEqualTo("PutThing");
            assertThat(operation.input().required("Name")).isEqualTo("a");
            assertThat(operation.input().integer("Count")).contains(3);
            assertThat(operation.input().list("List"))
                    .extracting(item -> item.required("Key"))
                    .containsExactly("k");
            assertThat(operation.input().raw()).containsOnlyKeys("Name", "Count", "List");
        });
    }

    @Test
    void jsonWritesTimesAsSecondsAndListsAsArrays() {
        // Given
        var protocol = Protocol.of(JSON);

        // When
        var body = text(protocol.answer("ecs", "PutThing", MEMBERS, "id"));

        // Then
        assertThat(body)
                .isEqualTo("{\"Name\":\"a & b\",\"Count\":3,\"On\":true,\"At\":1772359200.250,"
                        + "\"Groups\":[\"x\",\"y\"],\"Plain\":[{\"Key\":\"k\"}]}");
    }

    @Test
    void queryWritesResultElementsItemNamesAndIsoTimes() {
        // Given
        var protocol = Protocol.of(Map.of());

        // When
        var body = text(protocol.answer("rds", "PutThing", MEMBERS, "id"));

        // Then
        assertThat(body)
                .contains("<PutThingResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\"><PutThingResult>")
                .contains("<Name>a &amp; b</Name><Count>3</Count><On>true</On><At>2026-03-01T10:00:00.250Z</At>")
                .contains("<Groups><Group>x</Group><Group>y</Group></Groups>")
                .contains("<Plain><member><Key>k</Key></member></Plain>")
                .contains("<ResponseMetadata><RequestId>id</RequestId></ResponseMetadata>")
                .doesNotContain("Missing");
    }

    @Test
    void everyProtocolSaysCodeAndMessageOfARefusal() {
        // Given
        var error = new AwsError(404, "ThingNotFound", "No thing.", Map.of("ResourceId", "t-1"));

        // When
        var json = Protocol.of(JSON).refuse("ecs", error, "id");
        var query = Protocol.of(Map.of()).refuse("rds", error, "id");
        var cbor = Protocol.of(CBOR).refuse("monitoring", error, "id");

        // Then
        assertThat(text(json))
                .isEqualTo("{\"__type\":\"ThingNotFound\",\"message\":\"No thing.\",\"ResourceId\":\"t-1\"}");
        assertThat(text(query))
                .contains("<Error><Type>Sender</Type><Code>ThingNotFound</Code><Message>No thing.</Message>");
        assertThat(CborReader.map(cbor.body()))
                .containsEntry("__type", "ThingNotFound")
                .containsEntry("message", "No thing.");
        assertThat(List.of(json, query, cbor)).extracting(Encoded::status).containsOnly(404);
        assertThat(cbor.headers()).containsEntry("x-amzn-query-error", "ThingNotFound;Sender");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "\"text\"", "nonsense"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) {
        // Given
        var bytes = body.getBytes(StandardCharsets.UTF_8);

        // When
        var reading = assertThatThrownBy(() -> Protocol.of(JSON).read("/", JSON, bytes));

        // Then
        reading.isInstanceOfSatisfying(
                AwsError.class, error -> assertThat(error.code()).isEqualTo("SerializationException"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Version=2014-10-31", "Action="})
    void aFormWithoutActionIsRefused(String body) {
        // Given
        var bytes = body.getBytes(StandardCharsets.UTF_8);

        // When
        var reading = assertThatThrownBy(() -> Protocol.of(Map.of()).read("/", Map.of(), bytes));

        // Then
        reading.isInstanceOfSatisfying(
                AwsError.class, error -> assertThat(error.code()).isEqualTo("MissingAction"));
    }

    private static String text(Encoded encoded) {
        return new String(encoded.body(), StandardCharsets.UTF_8);
    }
}
