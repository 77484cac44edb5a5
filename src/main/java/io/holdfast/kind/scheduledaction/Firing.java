package io.holdfast.kind.scheduledaction;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.holdfast.model.CronDays;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a declared action has fired last, as far as its declaration tells. */
final class Firing {
    private static final Pattern EXPRESSION = Pattern.compile("(cron|rate|at)\\((.*)\\)");
    private static final Pattern RATE = Pattern.compile("1 +(minute|hour|day)|(?!1 )[1-9]\\d* +(minute|hour|day)s");
    private static final int CRON_FIELDS = 6;

    /** AWS's six fields are Quartz's without the seconds, with the same names and the same {@code ?}, {@code L}, {@code W}. */
    private static final CronParser QUARTZ =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    private Firing() {}

    /**
     * The last time at or before now; empty when it has not fired yet. How often a rate has fired is AWS's secret: it counts from
     * the start, and its bounds are the same each time.
     *
     * @throws RuntimeException for a schedule AWS would refuse; {@link ScheduledActionRules} has told it before
     */
    static Optional<Instant> last(ScheduledActionState action, Instant now) {
        Optional<Instant> end = action.endTime().map(Moment::parse).filter(it -> !it.isAfter(now));
        Instant latest = end.map(it -> it.minusNanos(1)).orElse(now);
        Optional<Instant> start = action.startTime().map(Moment::parse);
        return lastScheduled(action, latest, start)
                .filter(time -> start.filter(time::isBefore).isEmpty());
    }

    /**
     * Whether a schedule can be read.
     *
     * @throws RuntimeException for one AWS would refuse
     */
    static void read(String schedule) {
        Matcher parts = parts(schedule);
        switch (parts.group(1)) {
            case "at" -> at(parts.group(2), ZoneOffset.UTC);
            case "rate" -> rate(parts.group(2), Optional.empty());
            default -> cron(parts.group(2));
        }
    }

    /** Whether it fires on any day there ever is. A time that is past fires no more, but did: a file does not go bad by itself. */
    static boolean canFire(String schedule) {
        Matcher parts = parts(schedule);
        return !parts.group(1).equals("cron")
                || CronDays.exist(List.of(parts.group(2).strip().split("\\s+")));
    }

    private static Optional<Instant> lastScheduled(
            ScheduledActionState action, Instant latest, Optional<Instant> start) {
        ZoneId zone = ZoneId.of(action.timezone().orElse("UTC"));
        Matcher parts = parts(action.schedule());
        return switch (parts.group(1)) {
            case "at" -> Optional.of(at(parts.group(2), zone)).filter(time -> !time.isAfter(latest));
            case "rate" -> rate(parts.group(2), start).filter(time -> !time.isAfter(latest));
            default ->
                cron(parts.group(2))
                        // One nanosecond later, so that a firing at this very moment counts.
                        .lastExecution(latest.plusNanos(1).atZone(zone))
                        .map(ZonedDateTime::toInstant);
        };
    }

    private static Matcher parts(String schedule) {
        Matcher parts = EXPRESSION.matcher(schedule.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("neither cron(...) nor rate(...) nor at(...)");
        }
        return parts;
    }

    private static Instant at(String wallClock, ZoneId zone) {
        return LocalDateTime.parse(wallClock.strip()).atZone(zone).toInstant();
    }

    private static Optional<Instant> rate(String text, Optional<Instant> start) {
        if (!RATE.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException("a rate is such as 1 hour or 2 hours; or minutes, or days");
        }
        return Optional.of(start.orElse(Instant.EPOCH));
    }

    private static ExecutionTime cron(String fields) {
        List<String> all = List.of(fields.strip().split("\\s+"));
        if (all.size() != CRON_FIELDS) {
            throw new IllegalArgumentException(
                    "cron has six fields: minutes hours day-of-month month day-of-week year");
        }
        CronDays.refuseBoth(all);
        return ExecutionTime.forCron(QUARTZ.parse("0 " + fields.strip()));
    }
}
