package io.holdfast.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Query form as the tree it stands for. */
class QueryTreeTest {

    @Test
    void numberedMembersAreAListUnderAnyItemName() {
        // Given
        var form = "Names.member.1=a&Names.member.2=b&Ids.VpcSecurityGroupId.1=sg-1&Tag.1.Key=k&Tag.1.Value=v";

        // When
        var tree = QueryTree.parse(form);

        // Then
        assertThat(tree)
                .isEqualTo(Map.of(
                        "Names", List.of("a", "b"),
                        "Ids", List.of("sg-1"),
                        "Tag", List.of(Map.of("Key", "k", "Value", "v"))));
    }

    @Test
    void itemsAreOrderedByNumberNotByText() {
        // Given
        var form = "L.member.10=ten&L.member.9=nine&L.member.1=one";

        // When
        var tree = QueryTree.parse(form);

        // Then
        assertThat(tree).isEqualTo(Map.of("L", List.of("one", "nine", "ten")));
    }

    @Test
    void aStructureWithOneListInsideStaysAStructure() {
        // Given
        var form = "Exports.EnableLogTypes.member.1=postgresql";

        // When
        var tree = QueryTree.parse(form);

        // Then
        assertThat(tree).isEqualTo(Map.of("Exports", Map.of("EnableLogTypes", List.of("postgresql"))));
    }

    @Test
    void anEmptyListIsSentAndEmpty() {
        // Given
        var input = new Input(QueryTree.parse("Alarms="));

        // When
        var alarms = input.strings("Alarms");

        // Then
        assertThat(alarms).isEmpty();
        assertThat(input.has("Alarms")).isTrue();
        assertThat(input.has("Others")).isFalse();
    }

    @Test
    void namesAndValuesAreUrlDecoded() {
        // Given
        var form = "Description=Gr%C3%B6%C3%9Fe+%26+mehr";

        // When
        var tree = QueryTree.parse(form);

        // Then
        assertThat(tree).isEqualTo(Map.of("Description", "Größe & mehr"));
    }

    @Test
    void aFormOfAnyShapeIsReadOrRefusedButNeverBreaksTheReader() {
        // Given
        var hostile = List.of(
                "a.b=1&a=2",
                "a=2&a.b=1",
                "&&&",
                "=",
                "....=x",
                "a..1=x",
                "A.99999999999.B=x",
                "a." + "b.".repeat(100_000) + "c=1");

        // When
        var trees = hostile.stream().map(QueryTree::parse).toList();

        // Then
        assertThat(trees).hasSize(hostile.size()).doesNotContainNull();
    }

    @Test
    void aBadEscapeIsTheCallersMistake() {
        // Given
        var body = "Action=X&A=%ZZ".getBytes(StandardCharsets.UTF_8);

        // When
        var reading = assertThatThrownBy(() -> new QueryProtocol().read("/", Map.of(), body));

        // Then
        reading.isInstanceOfSatisfying(
                AwsError.class, error -> assertThat(error.status()).isEqualTo(400));
    }
}
