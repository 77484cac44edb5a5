package io.holdfast.desired.policy;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.holdfast.model.CronDays;
import io.holdfast.model.policy.Recurrence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times by {@code cron(…)}, written as AWS writes the schedules of scaling actions. */
final class Cron implements Recurrence {
    private static final Pattern EXPRESSION = Pattern.compile("cron\\(\\s*(\\S+(?:\\s+\\S+){5})\\s*\\)");

    /** AWS's six fields are Quartz's without the seconds. */
    private static final CronParser QUARTZ =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    private final String text;
    private final ExecutionTime times;
    private final ZoneId zone;

    private Cron(String text, ExecutionTime times, ZoneId zone) {
        this.text = text;
        this.times = times;
        this.zone = zone;
    }

    /** @throws IllegalArgumentException for what is no such expression */
    static Cron of(String text, ZoneId zone) {
        Matcher expression = EXPRESSION.matcher(text);
        if (!expression.matches()) {
            throw new IllegalArgumentException(
                    "cron(…) with six fields: minutes hours day-of-month month day-of-week year");
        }
        List<String> fields = List.of(expression.group(1).split("\\s+"));
        CronDays.refuseBoth(fields);
        if (!CronDays.exist(fields)) {
            throw new IllegalArgumentException("there is no such day in the calendar, so that it never begins");
        }
        return new Cron(text, ExecutionTime.forCron(QUARTZ.parse("0 " + expression.group(1))), zone);
    }

    /** As it was written. */
    String text() {
        return text;
    }

    /** The name of its time zone. */
    String zone() {
        return zone.getId();
    }

    /** One nanosecond later, so that a beginning at this very moment counts. */
    @Override
    public Optional<Instant> lastUntil(Instant time) {
        return times.lastExecution(time.plusNanos(1).atZone(zone)).map(ZonedDateTime::toInstant);
    }

    @Override
    public Optional<Instant> firstAfter(Instant time) {
        return times.nextExecution(time.atZone(zone)).map(ZonedDateTime::toInstant);
    }
}
