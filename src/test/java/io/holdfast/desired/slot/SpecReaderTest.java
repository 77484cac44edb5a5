package io.holdfast.desired.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.model.FieldTable;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecReaderTest {
    record Nothing() {}

    @Test
    void twoKindsInOneSlotAreRefusedBeforeAFileIsRead() {
        // Given two kinds that are declared in the same place, when they are put together, then
        assertThatThrownBy(() -> new SpecReader(List.of(kind("a", "services.*"), kind("b", "services.*"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two kinds in slot services.*");
    }

    @Test
    void aNameCannotStandBesideAKeyOfOurs() {
        // Given a kind among the names of another's section, when they are put together, then
        assertThatThrownBy(() -> new SpecReader(List.of(kind("a", "services.*"), kind("b", "services.default"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("names and keys side by side");
    }

    @Test
    void aSectionIsWhatAnyKindBeginsWith() {
        // Given
        SpecReader reader = new SpecReader(
                List.of(kind("a", "services.*"), kind("b", "services.*.task"), kind("c", "databases.*")));

        // When
        List<String> sections = reader.sections();

        // Then
        assertThat(sections).containsExactly("databases", "services");
    }

    private static Kind<Nothing> kind(String name, String slot) {
        return new Kind<>() {
            @Override
            public KindName name() {
                return new KindName(name, name);
            }

            @Override
            public Class<Nothing> stateType() {
                return Nothing.class;
            }

            @Override
            public Slot slot() {
                return Slot.of(slot);
            }

            @Override
            public FieldTable<Nothing> fields() {
                return FieldTable.<Nothing>changedBy("test:Update").build();
            }

            @Override
            public String key(Nothing resolved) {
                return name;
            }

            @Override
            public List<String> createCalls() {
                return List.of();
            }

            @Override
            public String adoptCall() {
                return "";
            }
        };
    }
}
