package io.holdfast.reference;

import io.holdfast.model.Cost;
import io.holdfast.model.Impact;
import io.holdfast.model.Kind;
import java.util.Locale;
import java.util.Optional;

/** What a change of a field costs, in words. */
final class Price {
    private Price() {}

    /** Empty for what is no field, such as a map whose own table tells more, or what a resource is found by. */
    static String of(Kind<?> kind, String field) {
        return cost(kind, field).map(Price::words).orElse("");
    }

    /** The cost of the field, of its members, or of the list or map that is compared as a whole around it. */
    private static Optional<Cost> cost(Kind<?> kind, String field) {
        return exact(kind, field).or(() -> exact(kind, field + ".*")).or(() -> around(kind, field));
    }

    private static Optional<Cost> around(Kind<?> kind, String field) {
        int dot = field.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String outer = field.substring(0, dot);
        return outer.endsWith(".*") ? around(kind, outer) : exact(kind, outer).or(() -> around(kind, outer));
    }

    private static Optional<Cost> exact(Kind<?> kind, String field) {
        return kind.fields().costs().stream()
                .filter(it -> it.path().equals(field))
                .findFirst();
    }

    private static String words(Cost cost) {
        return word(cost.worst()) + (cost.varies() ? " at worst" : "") + ", `" + cost.call() + "`";
    }

    static String word(Impact impact) {
        return impact.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
