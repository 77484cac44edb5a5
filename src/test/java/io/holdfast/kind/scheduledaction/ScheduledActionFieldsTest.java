package io.holdfast.kind.scheduledaction;

import static io.holdfast.model.Impact.IN_PLACE;

import io.holdfast.kind.FieldPairs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledActionFieldsTest {
    private static final String PUT = "application-autoscaling:PutScheduledAction";

    private final ScheduledActionKind kind = new ScheduledActionKind();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{schedule: 'rate(1 day)', min: 1} | {schedule: 'rate(1  day)', min: 1}",
                "{schedule: 'cron(0 22 * * ? *)'} | {schedule: ' cron(0  22 * * ? *)'}",
                "{schedule: 'rate(1 day)'} | {schedule: 'rate(1 day)', min: 1, max: 2, timezone: Asia/Tokyo}",
                "{schedule: 'rate(1 day)', timezone: UTC} | {schedule: 'rate(1 day)'}",
                "{schedule: 'rate(1 day)', timezone: Etc/UTC} | {schedule: 'rate(1 day)'}",
                "{schedule: 'rate(1 day)', timezone: UTC} | {schedule: 'rate(1 day)', timezone: Etc/UTC}",
                "{schedule: 'rate(1 day)', startTime: '2026-03-01T01:00:00+01:00'}"
                        + " | {schedule: 'rate(1 day)', startTime: '2026-03-01T00:00:00Z'}",
                "{schedule: 'rate(1 day)', endTime: '2026-03-01T00:00:00.000Z'}"
                        + " | {schedule: 'rate(1 day)', endTime: '2026-03-01T00:00:00Z'}",
            })
    void theseAreTheSame(String desired, String live) {
        FieldPairs.assertEqual(kind, desired, live);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{schedule: 'rate(1 day)'} | {schedule: 'rate(2 days)'} | schedule",
                "{schedule: 'rate(1 day)', timezone: Europe/Berlin} | {schedule: 'rate(1 day)'} | timezone",
                "{schedule: 'rate(1 day)', timezone: UTC} | {schedule: 'rate(1 day)', timezone: Asia/Tokyo} | timezone",
                "{schedule: 'rate(1 day)', startTime: '2026-03-01T00:00:00Z'} | {schedule: 'rate(1 day)'} | startTime",
                "{schedule: 'rate(1 day)', endTime: '2026-03-01T00:00:00Z'}"
                        + " | {schedule: 'rate(1 day)', endTime: '2026-03-01T00:00:01Z'} | endTime",
                "{schedule: 'rate(1 day)', min: 0} | {schedule: 'rate(1 day)', max: 1} | min",
                "{schedule: 'rate(1 day)', max: 1} | {schedule: 'rate(1 day)', max: 2} | max",
            })
    void theseDiffer(String desired, String live, String path) {
        FieldPairs.assertDifferent(kind, desired, live, path, IN_PLACE, PUT);
    }
}
