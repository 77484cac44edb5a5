package io.holdfast.aws;

import io.holdfast.model.Normal;
import io.holdfast.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Queries and expressions of metric math that CloudWatch refuses, whoever declares them (Amazon CloudWatch API Reference,
 * MetricDataQuery).
 */
public final class MetricQueries {
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9_]{0,254}");

    private MetricQueries() {}

    /**
     * What is wrong with a list of them.
     *
     * @param path of the list
     * @param queries records with the members of a MetricDataQuery
     */
    public static List<Problem> problems(String path, List<? extends Record> queries) {
        List<Problem> problems = new ArrayList<>();
        Set<Object> ids = new HashSet<>();
        int returned = 0;
        int index = 0;
        for (Object query : (Collection<?>) Normal.of(queries)) {
            Map<?, ?> members = (Map<?, ?>) query;
            String at = path + "[" + index++ + "]";
            String id = String.valueOf(members.get("id"));
            Problem.when(
                            !ID.matcher(id).matches(),
                            at + ".id",
                            "not an id of metric math",
                            "letters, digits and underscores, a small letter first")
                    .forEach(problems::add);
            Problem.when(!ids.add(id), at + ".id", "another query has this id", "each once")
                    .forEach(problems::add);
            Problem.when(
                            members.containsKey("expression") == members.containsKey("metricStat"),
                            at,
                            "says neither or both of expression and metricStat",
                            "one of the two")
                    .forEach(problems::add);
            returned += Boolean.FALSE.equals(members.get("returnData")) ? 0 : 1;
        }
        Problem.when(
                        returned != 1,
                        path,
                        returned + " of the queries return data, and one of them is what is watched",
                        "returnData: false for all but one")
                .forEach(problems::add);
        return problems;
    }
}
