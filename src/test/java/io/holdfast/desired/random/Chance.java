package io.holdfast.desired.random;

import io.holdfast.desired.write.TrickyText;
import io.holdfast.model.NotWritten;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Values by chance, inside the limits that stand on the components of a record: maps, lists, texts, numbers, truth values. */
final class Chance {
    /** What no pattern tells of a text, and a kind's own rules demand. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("timezone", List.of("UTC", "Europe/Berlin", "America/New_York", "Z")),
            Map.entry("startTime", List.of("2026-03-01T00:00:00Z", "2027-01-31T18:30:00Z")),
            Map.entry("endTime", List.of("2028-03-01T00:00:00Z")),
            Map.entry("schedule", List.of("cron(0 22 ? * MON-FRI *)", "cron(15 7 * * ? *)", "rate(2 hours)")),
            Map.entry("requiresCompatibilities", List.of("FARGATE", "EC2", "EXTERNAL")),
            Map.entry("extendedStatistic", List.of("p99", "p99.9")),
            Map.entry("logDriver", List.of("awslogs", "awsfirelens", "json-file")),
            Map.entry("capacityProviders", List.of("FARGATE", "FARGATE_SPOT")),
            Map.entry("capacityProvider", List.of("FARGATE", "FARGATE_SPOT")),
            Map.entry("protocol", List.of("tcp", "udp")),
            Map.entry("cpu", List.of("256", "1024")),
            Map.entry("of", List.of("*/*", "cluster/*")),
            Map.entry("field", List.of("**", "*", "tags", "tags.*", "name")),
            Map.entry("roleArn", List.of("arn:aws:iam::012345670123:role/volumes")),
            Map.entry("monitoringRoleArn", List.of("arn:aws:iam::012345670123:role/monitoring")),
            Map.entry("expires", List.of("2027-01-31", "2027-01-31T18:00:00+01:00")),
            Map.entry("volumeType", List.of("gp3", "io2")));

    private static final List<String> ORDINARY =
            List.of("a", "b1", "web", "rupaya-prod", "arn:aws:x:y:z", "/some/path");

    /** Sizes that go together, which numbers by chance never do. */
    private static final Map<String, List<Integer>> SIZES = Map.of(
            "cpu", List.of(256, 512, 1024, 2048, 4096),
            "memory", List.of(512, 1024, 2048, 4096),
            "min", List.of(0, 1, 2),
            "desiredCount", List.of(2, 3),
            "max", List.of(3, 10));

    private static final int LARGE = 70_000;

    private final Random random;
    private final int sparseness;

    /** @param sparseness of so many components that may be left out, one is there; 1 for all */
    Chance(Random random, int sparseness) {
        this.random = random;
        this.sparseness = sparseness;
    }

    /** A map for a record: what must be there, and some of what may. */
    Map<String, Object> record(Class<?> type) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = component.getType() == Optional.class;
            boolean left =
                    component.isAnnotationPresent(NotWritten.class) || (optional && random.nextInt(sparseness) > 0);
            if (!left) {
                value(component.getAnnotatedType(), component.getName())
                        .ifPresent(it -> map.put(component.getName(), it));
            }
        }
        if (random.nextInt(4) > 0) {
            Molds.press(type, map, random);
        }
        return map;
    }

    private Optional<Object> value(AnnotatedType type, String name) {
        if (!(type instanceof AnnotatedParameterizedType parameterized)) {
            return scalar((Class<?>) type.getType(), type, name);
        }
        AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
        Type raw = ((ParameterizedType) type.getType()).getRawType();
        if (raw == Optional.class) {
            return value(arguments[0], name);
        }
        return raw == List.class
                ? Optional.of(list(arguments[0], type, name))
                : Optional.of(map(arguments[0], arguments[1], type, name));
    }

    private List<Object> list(AnnotatedType item, AnnotatedType limits, String name) {
        List<Object> list = new ArrayList<>();
        IntStream.range(0, length(limits)).forEach(i -> value(item, name).ifPresent(list::add));
        return list;
    }

    private Map<String, Object> map(AnnotatedType key, AnnotatedType item, AnnotatedType limits, String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        IntStream.range(0, length(limits))
                .forEach(i -> value(item, name).ifPresent(it -> text(key, "").ifPresent(word -> map.put(word, it))));
        return map;
    }

    private int length(AnnotatedElement limits) {
        int least = Optional.ofNullable(limits.getAnnotation(Size.class))
                .map(Size::min)
                .orElse(0);
        return least + random.nextInt(3);
    }

    private Optional<Object> scalar(Class<?> type, AnnotatedElement limits, String name) {
        if (type == String.class) {
            return text(limits, name).map(it -> it);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(random.nextBoolean());
        }
        if (type == double.class || type == Double.class) {
            return Optional.of(
                    List.of(0.5, 70.0, 12.25, 99.99, 3.0, 1e-7, 123456789.125).get(random.nextInt(7)));
        }
        if (type.isEnum()) {
            return Optional.of(type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)].toString());
        }
        return type.isRecord() ? Optional.of(record(type)) : Optional.of(number(limits, name));
    }

    private Object number(AnnotatedElement limits, String name) {
        if (SIZES.containsKey(name)) {
            return SIZES.get(name).get(random.nextInt(SIZES.get(name).size()));
        }
        long least = Optional.ofNullable(limits.getAnnotation(Min.class))
                .map(Min::value)
                .orElse(0L);
        long most = Optional.ofNullable(limits.getAnnotation(Max.class))
                .map(Max::value)
                .orElse(least + LARGE);
        return random.nextInt(5) == 0
                ? (random.nextBoolean() ? least : most)
                : least + random.nextInt((int) Math.min(most - least, LARGE) + 1);
    }

    private Optional<String> text(AnnotatedElement limits, String name) {
        Pattern[] patterns = limits.getAnnotationsByType(Pattern.class);
        if (WORDS.containsKey(name)) {
            return Optional.of(
                    WORDS.get(name).get(random.nextInt(WORDS.get(name).size())));
        }
        if (patterns.length > 0) {
            return PatternSampler.sample(patterns[0].regexp(), random);
        }
        int least = Optional.ofNullable(limits.getAnnotation(Size.class))
                .map(Size::min)
                .orElse(0);
        String text =
                random.nextInt(3) == 0 ? new TrickyText(random).next() : ORDINARY.get(random.nextInt(ORDINARY.size()));
        return Optional.of(text.length() < least ? text + "x".repeat(least) : text);
    }
}
