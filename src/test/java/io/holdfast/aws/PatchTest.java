package io.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatchTest {
    record Task(
            Optional<String> image,
            Optional<List<String>> command,
            Optional<Check> check,
            Optional<Map<String, String>> environment,
            Optional<Map<String, Check>> checks) {}

    record Check(Optional<Integer> interval, Optional<Integer> retries) {}

    private static final Task LIVE = new Task(
            Optional.of("app:1"),
            Optional.of(List.of("a", "b")),
            Optional.of(new Check(Optional.of(30), Optional.of(3))),
            Optional.of(Map.of("A", "1", "B", "2")),
            Optional.of(Map.of(
                    "one",
                    new Check(Optional.of(10), Optional.of(1)),
                    "two",
                    new Check(Optional.of(20), Optional.empty()))));

    private static final Task SILENT =
            new Task(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void whatIsNotDeclaredStaysAsItIs() {
        // Given
        Task desired = SILENT;
        // When
        Task sent = Patch.of(LIVE, desired);
        // Then
        assertThat(sent).isEqualTo(LIVE);
    }

    @Test
    void aDeclaredListOrTextMapIsTakenWholeAndARecordMemberByMember() {
        // Given
        Task desired = new Task(
                Optional.of("app:2"),
                Optional.of(List.of("c")),
                Optional.of(new Check(Optional.of(60), Optional.empty())),
                Optional.of(Map.of("A", "3")),
                Optional.of(Map.of("one", new Check(Optional.empty(), Optional.of(5)))));
        // When
        Task sent = Patch.of(LIVE, desired);
        // Then
        assertThat(sent)
                .isEqualTo(new Task(
                        Optional.of("app:2"),
                        Optional.of(List.of("c")),
                        Optional.of(new Check(Optional.of(60), Optional.of(3))),
                        Optional.of(Map.of("A", "3")),
                        Optional.of(Map.of("one", new Check(Optional.of(10), Optional.of(5))))));
    }

    @Test
    void whatIsWithheldStaysAsItIsWhateverIsDeclared() {
        // Given
        Task desired = new Task(
                Optional.of("app:2"),
                Optional.of(List.of("c")),
                Optional.of(new Check(Optional.of(60), Optional.of(9))),
                Optional.of(Map.of("A", "3", "C", "4")),
                Optional.of(Map.of("one", new Check(Optional.of(11), Optional.of(5)))));
        // When
        Task sent = Patch.of(
                LIVE,
                desired,
                Set.of("image", "check.retries", "environment.B", "environment.C", "checks.one.interval"));
        // Then
        assertThat(sent)
                .isEqualTo(new Task(
                        Optional.of("app:1"),
                        Optional.of(List.of("c")),
                        Optional.of(new Check(Optional.of(60), Optional.of(3))),
                        Optional.of(Map.of("A", "3", "B", "2")),
                        Optional.of(Map.of("one", new Check(Optional.of(10), Optional.of(5))))));
    }
}
