package io.holdfast.desired.random;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a file says and what was understood of it, side by side, as somebody else's YAML reader sees both: whatever stands in
 * the one alone was dropped.
 */
public final class Remains {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** Keys that may say what is so without them: the path, as a pattern, and the value. */
    private static final Map<Pattern, String> USUAL = Map.ofEntries(
            Map.entry(Pattern.compile("spec\\.mode"), "observe"),
            Map.entry(Pattern.compile("spec\\..*\\.(adopt|protect)"), "true|false"),
            Map.entry(Pattern.compile("spec\\.ignore\\[\\d+]\\.(alarm|enforce)"), "false"),
            Map.entry(Pattern.compile("spec\\.(modes|ignore|windows)"), "\\[]"),
            Map.entry(Pattern.compile("spec\\.\\w+|spec\\.services\\..*\\.(steps|targetTracking|schedules)"), "\\{}"),
            Map.entry(Pattern.compile("spec\\.windows\\[\\d+]\\.timezone"), "UTC"),
            Map.entry(Pattern.compile("spec\\.limits"), "\\{.*"),
            Map.entry(Pattern.compile("spec\\.limits\\.deletes"), "3"),
            Map.entry(Pattern.compile("spec\\.limits\\.deletePercent"), "20"),
            Map.entry(Pattern.compile("spec\\.limits\\.turnBacks"), "3"),
            Map.entry(Pattern.compile("spec\\.prune"), "\\{enabled=false.*"),
            Map.entry(Pattern.compile("spec\\.prune\\.grace"), "10m"),
            Map.entry(Pattern.compile("spec\\.approvals"), "\\{.*"),
            Map.entry(Pattern.compile("spec\\.approvals\\.required"), "1"),
            Map.entry(Pattern.compile("spec\\.approvals\\.authorMayApprove"), "true"),
            Map.entry(Pattern.compile("spec\\.approvals\\.validFor"), "24h|1d"),
            Map.entry(Pattern.compile("spec\\.services\\..*\\.portMappings\\[\\d+]\\.hostPort"), "\\d+"));

    /** Texts that are written in one way and read in several. */
    private static final List<Pattern> FREE = List.of(
            Pattern.compile("spec\\.ignore\\[\\d+]\\.expires"),
            Pattern.compile("spec\\.windows\\[\\d+]\\.(duration|freeze.*|allow.*)"),
            Pattern.compile("spec\\.prune\\.grace"),
            Pattern.compile("spec\\.approvals\\.validFor"));

    private final List<String> lost = new ArrayList<>();

    private Remains() {}

    /** What one of two files says and the other does not, and nothing excuses. */
    public static List<String> of(String written, String understood) {
        Remains remains = new Remains();
        remains.compare(PlainYaml.tree(written), PlainYaml.tree(understood), "");
        return remains.lost;
    }

    private void compare(Object left, Object right, String path) {
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            Set<String> keys = new TreeSet<>();
            one.keySet().forEach(key -> keys.add(String.valueOf(key)));
            other.keySet().forEach(key -> keys.add(String.valueOf(key)));
            keys.forEach(key -> compare(one.get(key), other.get(key), path.isEmpty() ? key : path + "." + key));
        } else if (left instanceof List<?> one && right instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(one.get(i), other.get(i), path + "[" + i + "]");
            }
        } else if (!isSame(left, right) && !isUsual(path, left, right) && !isFree(path, left, right)) {
            lost.add(path + ": " + left + " / " + right);
        }
    }

    private static boolean isSame(Object left, Object right) {
        return String.valueOf(left).equals(String.valueOf(right))
                || number(left)
                        .flatMap(one -> number(right).filter(it -> one.compareTo(it) == 0))
                        .isPresent();
    }

    private static Optional<BigDecimal> number(Object value) {
        return value instanceof String text && DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static boolean isUsual(String path, Object left, Object right) {
        String said = String.valueOf(left == null ? right : left);
        return (left == null || right == null)
                && USUAL.entrySet().stream()
                        .anyMatch(it -> it.getKey().matcher(path).matches() && said.matches(it.getValue()));
    }

    private static boolean isFree(String path, Object left, Object right) {
        return left != null
                && right != null
                && FREE.stream().anyMatch(it -> it.matcher(path).matches());
    }
}
