package io.holdfast.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageDocumentTest {
    @Test
    void oneMoreThanAPageHoldsTellsThatThereIsAnother() {
        PageDocument<String> page = PageDocument.of(List.of("a", "b", "c"), 2, it -> it);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).contains("b");
    }

    @Test
    void theLastPageHasNoNext() {
        PageDocument<String> page = PageDocument.of(List.of("a", "b"), 2, it -> it);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEmpty();
    }
}
