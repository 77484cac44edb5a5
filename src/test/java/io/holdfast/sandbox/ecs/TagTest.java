package io.holdfast.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Tags by ARN. */
class TagTest {

    private final Shop shop = Shop.running();
    private final String service = shop.service().serviceArn();

    @Test
    void taggingMergesAndUntaggingTakesOnlyTheNamedKeys() {
        // Given
        tag(service, List.of(tag("a", "1"), tag("b", "1")));

        // When
        tag(service, List.of(tag("b", "2"), tag("c", "2")));
        shop.ecs.untagResource(request -> request.resourceArn(service).tagKeys("a", "unknown"));

        // Then
        var tags = shop.ecs
                .listTagsForResource(request -> request.resourceArn(service))
                .tags();
        assertThat(tags).containsExactly(tag("b", "2"), tag("c", "2"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsReservedOrTooMuchIsRefusedAsAWhole(List<Tag> tags) {
        // Given
        tag(service, List.of(tag("kept", "1")));

        // When
        var tagging = assertThatThrownBy(() -> tag(service, tags));

        // Then
        tagging.isInstanceOf(InvalidParameterException.class);
        assertThat(shop.ecs
                        .listTagsForResource(request -> request.resourceArn(service))
                        .tags())
                .containsExactly(tag("kept", "1"));
    }

    static List<List<Tag>> refused() {
        return List.of(
                List.of(tag("fine", "1"), tag("aws:x", "1")),
                List.of(tag("", "1")),
                List.of(tag("k".repeat(129), "1")),
                List.of(tag("k", "v".repeat(257))),
                IntStream.range(0, 50)
                        .mapToObj(number -> tag("k" + number, "v"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "arn:aws:ecs:eu-central-1:123456789012:service/main/gone",
                "arn:aws:ecs:eu-central-1:123456789012:service/gone/shop",
                "arn:aws:ecs:eu-central-1:123456789012:cluster/gone",
                "arn:aws:ecs:eu-central-1:123456789012:task-definition/gone:1",
                "arn:aws:ecs:eu-central-1:123456789012:service/main",
                "arn:aws:ecs:eu-central-1:123456789012:cluster/"
            })
    void whatIsNotThereHasNoTags(String arn) {
        // Given the ARN

        // When
        var listing = assertThatThrownBy(() -> shop.ecs.listTagsForResource(request -> request.resourceArn(arn)));

        // Then
        listing.isInstanceOfSatisfying(
                EcsException.class, error -> assertThat(error.statusCode()).isEqualTo(400));
    }

    private void tag(String arn, List<Tag> tags) {
        shop.ecs.tagResource(request -> request.resourceArn(arn).tags(tags));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
