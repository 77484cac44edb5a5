package io.holdfast.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Cause;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One ECS service from YAML to heal. */
class FirstSliceTest {
    @TempDir
    Path folder;

    @Test
    void aServiceIsMadeFromYamlAndThenLeftAlone() {
        Estate estate = new Estate(folder).declare("whole.yaml", Samples.SERVICE);

        EnvironmentStatus first = estate.pass("whole");
        estate.converge("whole");
        int writes = estate.writes().size();
        estate.pass("whole");

        assertThat(first.plan().orElseThrow().report().byCause()).containsEntry(Cause.MISSING, 3L);
        assertThat(estate.writes()).hasSize(writes);
        assertThat(estate.plan("whole").isEmpty()).isTrue();
        assertThat(estate.drift("whole").sync()).isEqualTo(Sync.SYNCED);
    }
}
