package io.holdfast.kind.ecsservice;

import io.holdfast.model.Comparison;
import io.holdfast.model.Normal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** When two values of a service count as the same. */
final class Rules {
    private Rules() {}

    static Comparison or(Object value) {
        return Comparison.exact().defaultsTo(value);
    }

    /** A revision, or a role, by its ARN is the same as by its name. */
    static Comparison lastSegment() {
        return Comparison.exact().in(value -> ((String) value).substring(((String) value).lastIndexOf('/') + 1));
    }

    /** The two target groups of a blue/green deployment change places each time; that is no difference. */
    static Comparison loadBalancers() {
        return members(balancer -> {
            balancer.computeIfPresent("advancedConfiguration", (name, it) -> {
                Map<String, Object> advanced = copy(it);
                swapped(balancer, advanced);
                return advanced;
            });
            return balancer;
        });
    }

    private static void swapped(Map<String, Object> balancer, Map<String, Object> advanced) {
        Object main = balancer.get("targetGroupArn");
        Object alternate = advanced.get("alternateTargetGroupArn");
        if (main != null && alternate != null && Normal.text(main).compareTo(Normal.text(alternate)) > 0) {
            balancer.put("targetGroupArn", alternate);
            advanced.put("alternateTargetGroupArn", main);
        }
    }

    static Comparison hooks() {
        return members(hook -> {
            hook.computeIfPresent("lifecycleStages", (name, stages) -> sorted(list(stages)));
            return hook;
        });
    }

    /** A port is found under its own name unless it is given another. */
    static Comparison offers() {
        return members(offer -> {
            offer.putIfAbsent("discoveryName", offer.get("portName"));
            offer.computeIfPresent("clientAliases", (name, aliases) -> sorted(list(aliases)));
            return offer;
        });
    }

    static Comparison volumes() {
        return members(volume -> {
            volume.computeIfPresent("managedEBSVolume", (name, it) -> {
                Map<String, Object> ebs = copy(it);
                ebs.putIfAbsent("filesystemType", "xfs");
                return ebs;
            });
            return volume;
        });
    }

    /** AWS returns {@code cpu} and {@code memory} in capitals. */
    static Comparison strategies() {
        return Comparison.exact()
                .in(all -> list(all).stream().map(Rules::inCapitals).toList())
                .emptyIsAbsent();
    }

    private static Object inCapitals(Object strategy) {
        Map<String, Object> members = copy(strategy);
        members.computeIfPresent("field", (name, field) -> {
            String capitals = String.valueOf(field).toUpperCase(Locale.ROOT);
            return List.of("CPU", "MEMORY").contains(capitals) ? capitals : field;
        });
        return members;
    }

    private static Comparison members(UnaryOperator<Map<String, Object>> rewritten) {
        return Comparison.exact()
                .in(all -> sorted(
                        list(all).stream().map(it -> rewritten.apply(copy(it))).toList()))
                .emptyIsAbsent();
    }

    private static Object sorted(Collection<?> all) {
        return all.stream()
                .map(Object.class::cast)
                .sorted(Comparator.comparing(Normal::text))
                .toList();
    }

    private static Collection<?> list(Object value) {
        return (Collection<?>) value;
    }

    private static Map<String, Object> copy(Object member) {
        Map<String, Object> copy = new TreeMap<>();
        ((Map<?, ?>) member).forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
