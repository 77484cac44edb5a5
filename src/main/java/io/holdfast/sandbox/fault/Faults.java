package io.holdfast.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules in force. The earlier rule is the outer one: it decides first whether the later ones, and the effect, get to see the
 * call at all.
 */
public final class Faults {

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Long> fired = new TreeMap<>();

    /** Puts a rule in force, after those there are. */
    public synchronized Rule inject(Fault fault, Api api, Selector selector) {
        var rule = new Rule(fault, api, selector);
        rules.add(rule);
        return rule;
    }

    /** The faults stop; their counts stay. */
    public synchronized void clear() {
        rules.clear();
    }

    /** How often each kind of fault has fired, by name: a campaign fails when one it relies on is missing here. */
    public synchronized Map<String, Long> fired() {
        return Map.copyOf(fired);
    }

    /** The next rule from the given position on that strikes this call, with the position behind it. For the sandbox. */
    public synchronized Optional<Strike> next(int from, Attempt attempt) {
        for (int i = from; i < rules.size(); i++) {
            if (rules.get(i).takes(attempt)) {
                return Optional.of(struck(rules.get(i), i + 1));
            }
        }
        return Optional.empty();
    }

    private Strike struck(Rule rule, int next) {
        rule.countStrike();
        fired.merge(rule.fault().name(), 1L, Long::sum);
        return new Strike(rule.fault(), next);
    }

    /**
     * A rule that strikes.
     *
     * @param fault what it does
     * @param next the position of the rule behind it
     */
    public record Strike(Fault fault, int next) {}
}
