package io.holdfast.desired.policy;

import io.holdfast.desired.bind.Binder;
import io.holdfast.desired.bind.Bound;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.form.Key;
import io.holdfast.desired.policy.PolicyKeys.ApprovalKeys;
import io.holdfast.desired.policy.PolicyKeys.IgnoreKeys;
import io.holdfast.desired.policy.PolicyKeys.LimitKeys;
import io.holdfast.desired.policy.PolicyKeys.PruneKeys;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.model.Mode;
import io.holdfast.model.policy.ApprovalRules;
import io.holdfast.model.policy.IgnoreRule;
import io.holdfast.model.policy.Limits;
import io.holdfast.model.policy.ModeRule;
import io.holdfast.model.policy.Policy;
import io.holdfast.model.policy.Prune;
import io.holdfast.model.policy.Selector;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads an environment's policy. */
public final class PolicyReader {
    private static final Binder<PolicyKeys> KEYS = Binder.of(PolicyKeys.class);

    private final Bound<PolicyKeys> bound;
    private final Consumer<Finding> findings;

    private PolicyReader(Bound<PolicyKeys> bound, Consumer<Finding> findings) {
        this.bound = bound;
        this.findings = findings;
    }

    /** The keys under {@code spec} that are a policy's. */
    public static List<String> keys() {
        return KEYS.keys();
    }

    /** These keys, and what may be written under them. */
    public static List<Key> form() {
        return KEYS.form().keys();
    }

    /** Reads what stands under {@code spec}; absent where something stands against it, which has then been told. */
    public static Optional<Policy> read(Entry spec, Consumer<Finding> findings) {
        if (!(spec.value() instanceof Mapping mapping)) {
            return Optional.empty();
        }
        Entry own = new Entry(spec.key(), mapping.only(keys()));
        Bound<PolicyKeys> bound = KEYS.bind(own, "spec", List.of());
        bound.findings().forEach(findings);
        return bound.value().map(it -> new PolicyReader(bound, findings).policy(it));
    }

    private Policy policy(PolicyKeys keys) {
        return new Policy(
                keys.mode().orElse(Mode.OBSERVE),
                each("modes", keys.modes(), PolicyReader::mode),
                each("ignore", keys.ignore(), this::ignore),
                new WindowReader(findings).read(each("windows", keys.windows(), WindowReader.Written::new)),
                keys.limits().map(PolicyReader::limits).orElse(Limits.DEFAULT),
                keys.prune().map(PolicyReader::prune).orElseGet(Prune::off),
                keys.approvals().map(PolicyReader::approvals).orElse(ApprovalRules.DEFAULT));
    }

    /** What becomes of an entry of a list. */
    @FunctionalInterface
    private interface Reading<E, R> {
        R read(E entry, Spot spot);
    }

    private <E, R> List<R> each(String key, Optional<List<E>> entries, Reading<E, R> reading) {
        List<R> read = new ArrayList<>();
        List<E> written = entries.orElse(List.of());
        for (int index = 0; index < written.size(); index++) {
            read.add(reading.read(written.get(index), new Spot(key + "[" + index + "]", bound.fields())));
        }
        return read;
    }

    private static ModeRule mode(PolicyKeys.ModeKeys keys, Spot spot) {
        return new ModeRule(selector(keys.of(), keys.field()), keys.mode(), spot.at());
    }

    private IgnoreRule ignore(IgnoreKeys keys, Spot spot) {
        boolean alarm = keys.alarm().orElse(false);
        boolean enforce = keys.enforce().orElse(false);
        if (alarm && enforce) {
            findings.accept(spot.finding("", "ignores nothing: alarm and enforce are both true")
                    .allowed("one of them false, or no such rule"));
        }
        return new IgnoreRule(
                selector(keys.of(), Optional.of(keys.field())),
                alarm,
                enforce,
                keys.reason(),
                keys.owner(),
                keys.expires().flatMap(it -> expiry(it, spot)),
                spot.at());
    }

    private Optional<Instant> expiry(String text, Spot spot) {
        return parsed(text, it -> LocalDate.parse(it).atStartOfDay().toInstant(ZoneOffset.UTC))
                .or(() -> parsed(text, it -> OffsetDateTime.parse(it).toInstant()))
                .or(() -> {
                    findings.accept(spot.finding("expires", "neither a date nor a time")
                            .found(text)
                            .allowed("such as 2027-01-31 or 2027-01-31T18:00:00Z"));
                    return Optional.empty();
                });
    }

    private static Optional<Instant> parsed(String text, Function<String, Instant> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeParseException otherwise) {
            // The other form is tried next; if none fits, the author is told.
            return Optional.empty();
        }
    }

    private static Selector selector(String of, Optional<String> field) {
        int slash = of.indexOf('/');
        return new Selector(of.substring(0, slash), of.substring(slash + 1), field);
    }

    private static Limits limits(LimitKeys keys) {
        return new Limits(
                keys.changesPerPass(),
                keys.deletes().orElse(Limits.DEFAULT.deletes()),
                keys.deletePercent().orElse(Limits.DEFAULT.deletePercent()),
                keys.scaleFactor(),
                keys.turnBacks().orElse(Limits.DEFAULT.turnBacks()));
    }

    private static Prune prune(PruneKeys keys) {
        return new Prune(keys.enabled(), keys.grace().map(Span::of).orElse(Prune.GRACE));
    }

    private static ApprovalRules approvals(ApprovalKeys keys) {
        ApprovalRules standard = ApprovalRules.DEFAULT;
        return new ApprovalRules(
                keys.required().orElse(standard.required()),
                keys.authorMayApprove().orElse(standard.authorMayApprove()),
                keys.validFor().map(Span::of).orElse(standard.validFor()));
    }
}
