package io.holdfast.web.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.sandbox.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdTest {
    private final TestClock clock = new TestClock();
    private final Crowd crowd = new Crowd(clock);

    private int admitted(String source, int tries) {
        int admitted = 0;
        for (int i = 0; i < tries; i++) {
            admitted += crowd.ask(source).isZero() ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void oneComesAsOftenAsPushesHappenAndNoOftener() {
        assertThat(admitted("192.0.2.1", 100)).isEqualTo(30);
        assertThat(crowd.ask("192.0.2.1")).isEqualTo(Duration.ofSeconds(3));
        clock.advance(Duration.ofSeconds(2));
        assertThat(crowd.ask("192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(admitted("192.0.2.1", 10)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(admitted("192.0.2.1", 100)).isEqualTo(30);
    }

    @Test
    void whoComesTooOftenKeepsNobodyElseOut() {
        admitted("192.0.2.1", 1_000);

        assertThat(admitted("192.0.2.2", 1)).isEqualTo(1);
    }

    @Test
    void manyTogetherAreHeldAsWell() {
        int admitted = 0;
        for (int i = 0; i < 5_000; i++) {
            admitted += admitted("192.0." + i / 250 + "." + i % 250, 1);
        }

        assertThat(admitted).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8:1:2:9:9:9:9, 2001:db8:1:2",
        "fe80:0:0:0:1:2:3:4%eth0, fe80:0:0:0",
        "0:0:0:0:0:0:0:1, 0:0:0:0",
        "unknown, unknown"
    })
    void anAddressOfTheNewSortCountsAsItsNetwork(String address, String source) {
        assertThat(Source.of(address)).isEqualTo(source);
    }
}
