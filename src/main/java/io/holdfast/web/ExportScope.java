package io.holdfast.web;

import io.holdfast.model.Scope;
import jakarta.ws.rs.BadRequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which part of an account an export is asked of, as a query says it. */
final class ExportScope {
    private static final int MOST = 100;
    /** The longest there is: a tag's value (256) behind its key (128). */
    private static final int LONGEST = 385;

    private ExportScope() {}

    static Scope of(
            List<String> clusters, List<String> databases, List<String> caches, List<String> names, List<String> tags) {
        return Scope.chosen(
                names("cluster", clusters),
                names("database", databases),
                names("cache", caches),
                names("name", names),
                tags(tags));
    }

    private static Set<String> names(String parameter, List<String> given) {
        if (given.size() > MOST) {
            throw new BadRequestException(parameter + " is given at most " + MOST + " times");
        }
        given.forEach(it -> {
            if (it.isBlank() || it.length() > LONGEST || it.chars().anyMatch(Character::isISOControl)) {
                throw new BadRequestException(parameter + " is the name of something in AWS"
                        + (parameter.equals("name")
                                ? ""
                                : ", or * for all; left out, the default of docs/adopting.md"));
            }
        });
        return new TreeSet<>(given);
    }

    private static Map<String, String> tags(List<String> given) {
        Map<String, String> tags = new LinkedHashMap<>();
        names("tag", given).forEach(it -> {
            int equals = it.indexOf('=');
            if (equals < 1) {
                throw new BadRequestException("tag is KEY=VALUE, such as tag=team=platform");
            }
            if (tags.put(it.substring(0, equals), it.substring(equals + 1)) != null) {
                throw new BadRequestException("nothing carries a tag with two values; each key is given once");
            }
        });
        return tags;
    }
}
