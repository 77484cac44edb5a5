package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentTest {
    @Test
    void aTextThatFitsIsWhole() {
        assertThat(Comment.marked("plan", "short\n")).isEqualTo("<!-- holdfast:plan -->\nshort\n");
    }

    /** GitHub takes 65,536 characters. */
    @Test
    void aTextThatDoesNotFitIsCutAtALineAndSaysSo() {
        // Given
        String text = "0123456789\n".repeat(10_000);

        // When
        String comment = Comment.marked("plan", text);

        // Then
        assertThat(comment)
                .hasSizeLessThan(65_536)
                .endsWith("0123456789\n\nCut here, because a comment holds no more; `--format text` shows all.\n");
    }

    @Test
    void aTextWithoutLinesIsCutAllTheSame() {
        assertThat(Comment.marked("plan", "x".repeat(70_000))).hasSizeBetween(60_000, 65_536);
    }
}
