package io.holdfast.sandbox.autoscaling;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a scheduled action fires. */
sealed interface Schedule {

    /** The first time after another; empty when it never fires again. */
    Optional<Instant> after(Instant instant);

    /**
     * Reads {@code at(...)}, {@code rate(...)} or {@code cron(...)}.
     *
     * @param zone where the wall clock of at and cron hangs
     * @param origin what a rate counts from
     */
    static Schedule parse(String expression, ZoneId zone, Instant origin) {
        var parts = Pattern.compile("(at|rate|cron)\\((.*)\\)").matcher(expression.strip());
        if (!parts.matches()) {
            throw malformed(expression);
        }
        try {
            return switch (parts.group(1)) {
                case "at" ->
                    new At(LocalDateTime.parse(parts.group(2)).atZone(zone).toInstant());
                case "rate" -> Rate.parse(parts.group(2), origin);
                default -> Cron.parse(parts.group(2), zone);
            };
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw malformed(expression);
        }
    }

    private static RuntimeException malformed(String expression) {
        return Errors.invalid("Invalid schedule expression: " + expression);
    }

    /** Once. */
    record At(Instant instant) implements Schedule {
        @Override
        public Optional<Instant> after(Instant other) {
            return Optional.of(instant).filter(once -> once.isAfter(other));
        }
    }

    /** At an even pace. */
    record Rate(Duration every, Instant origin) implements Schedule {

        private static final Pattern RATE = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?");

        static Rate parse(String text, Instant origin) {
            Matcher parts = RATE.matcher(text.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException(text);
            }
            var unit = ChronoUnit.valueOf(parts.group(2).toUpperCase(Locale.ROOT) + "S");
            return new Rate(Duration.of(Long.parseLong(parts.group(1)), unit), origin);
        }

        @Override
        public Optional<Instant> after(Instant instant) {
            if (instant.isBefore(origin)) {
                return Optional.of(origin.plus(every));
            }
            long rounds = Duration.between(origin, instant).dividedBy(every) + 1;
            return Optional.of(origin.plus(every.multipliedBy(rounds)));
        }
    }

    /** By the wall clock. AWS's six fields are Quartz's without the seconds: the same names, {@code ?}, {@code L}, {@code W}. */
    record Cron(ExecutionTime times, ZoneId zone) implements Schedule {

        private static final int FIELDS = 6;
        private static final CronParser QUARTZ =
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

        static Cron parse(String fields, ZoneId zone) {
            if (fields.strip().split("\\s+").length != FIELDS) {
                throw new IllegalArgumentException(fields);
            }
            return new Cron(ExecutionTime.forCron(QUARTZ.parse("0 " + fields.strip())), zone);
        }

        @Override
        public Optional<Instant> after(Instant instant) {
            return times.nextExecution(instant.atZone(zone)).map(ZonedDateTime::toInstant);
        }
    }
}
