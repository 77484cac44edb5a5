package io.holdfast.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.form.About;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.form.Key;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DescriptionsTest {
    @Test
    void everythingThatCanBeWrittenIsExplained() {
        // Given
        TreeSet<String> told = new TreeSet<>();
        TreeSet<String> silent = new TreeSet<>();

        // When
        visit(Format.form(), told, silent);

        // Then
        assertThat(silent).as("components and types without a word of Javadoc").isEmpty();
        assertThat(told).hasSizeGreaterThan(300);
    }

    private static void visit(Form form, Set<String> told, Set<String> silent) {
        if (form instanceof Form.Keys keys) {
            look(keys.about(), told, silent);
            for (Key key : keys.keys()) {
                look(key.about(), told, silent);
                visit(key.form(), told, silent);
            }
        } else if (form instanceof Form.Items items) {
            visit(items.item(), told, silent);
        } else if (form instanceof Form.Names names) {
            visit(names.value(), told, silent);
        }
    }

    private static void look(About about, Set<String> told, Set<String> silent) {
        (Format.words().of(about).meaning().isEmpty() ? silent : told).add(about.toString());
    }

    @Test
    void aDescriptionFallsIntoItsParts() {
        // Given
        String javadoc = "seconds between two looks, such as `30` or `60`; left out, AWS takes 30";

        // When
        Description description = Description.of(javadoc);

        // Then
        assertThat(description.meaning()).isEqualTo("Seconds between two looks, such as `30` or `60`.");
        assertThat(description.leftOut()).contains("AWS takes 30");
        assertThat(description.examples()).isEqualTo(List.of("30", "60"));
        assertThat(description.text())
                .isEqualTo("Seconds between two looks, such as `30` or `60`. Left out: AWS takes 30.");
    }
}
