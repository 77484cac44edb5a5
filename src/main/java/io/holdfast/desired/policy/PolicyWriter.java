package io.holdfast.desired.policy;

import io.holdfast.desired.policy.PolicyKeys.ApprovalKeys;
import io.holdfast.desired.policy.PolicyKeys.IgnoreKeys;
import io.holdfast.desired.policy.PolicyKeys.LimitKeys;
import io.holdfast.desired.policy.PolicyKeys.ModeKeys;
import io.holdfast.desired.policy.PolicyKeys.PruneKeys;
import io.holdfast.desired.policy.PolicyKeys.WindowKeys;
import io.holdfast.model.policy.ApprovalRules;
import io.holdfast.model.policy.ChangeClass;
import io.holdfast.model.policy.IgnoreRule;
import io.holdfast.model.policy.Limits;
import io.holdfast.model.policy.ModeRule;
import io.holdfast.model.policy.Policy;
import io.holdfast.model.policy.Prune;
import io.holdfast.model.policy.Selector;
import io.holdfast.model.policy.Window;
import io.holdfast.model.policy.Window.Effect;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A policy as it would have been written: the way back of {@link PolicyReader}. What is as it is without a word is not said. */
public final class PolicyWriter {
    private PolicyWriter() {}

    /** The mode, which everybody should see, and what else there is to say; a record of keys. */
    public static Record keys(Policy policy) {
        return new PolicyKeys(
                Optional.of(policy.mode()),
                each(policy.modes(), PolicyWriter::mode),
                each(policy.ignores(), PolicyWriter::ignore),
                each(policy.windows().all(), PolicyWriter::window),
                news(policy.limits(), Limits.DEFAULT).map(PolicyWriter::limits),
                news(policy.prune(), Prune.off()).map(PolicyWriter::prune),
                news(policy.approvals(), ApprovalRules.DEFAULT).map(PolicyWriter::approvals));
    }

    private static <T> Optional<T> news(T value, T standard) {
        return Optional.of(value).filter(it -> !it.equals(standard));
    }

    private static <R, E> Optional<List<E>> each(List<R> rules, Function<R, E> writing) {
        return Optional.of(rules.stream().map(writing).toList()).filter(it -> !it.isEmpty());
    }

    private static ModeKeys mode(ModeRule rule) {
        return new ModeKeys(of(rule.of()), rule.of().field(), rule.mode());
    }

    private static String of(Selector selector) {
        return selector.kind() + "/" + selector.name();
    }

    private static IgnoreKeys ignore(IgnoreRule rule) {
        return new IgnoreKeys(
                of(rule.of()),
                rule.of().field().orElse("**"),
                news(rule.alarm(), false),
                news(rule.enforce(), false),
                rule.reason(),
                rule.owner(),
                rule.expires().map(String::valueOf));
    }

    private static WindowKeys window(Window window) {
        Optional<List<ChangeClass>> classes =
                Optional.of(window.classes().stream().sorted().toList());
        Cron starts = (Cron) window.starts();
        return new WindowKeys(
                classes.filter(it -> window.effect() == Effect.FREEZE),
                classes.filter(it -> window.effect() == Effect.ALLOW),
                starts.text(),
                Span.text(window.lasts()),
                news(starts.zone(), WindowReader.ZONE),
                window.reason());
    }

    private static LimitKeys limits(Limits limits) {
        return new LimitKeys(
                limits.changesPerPass(),
                news(limits.deletes(), Limits.DEFAULT.deletes()),
                news(limits.deletePercent(), Limits.DEFAULT.deletePercent()),
                limits.scaleFactor(),
                news(limits.turnBacks(), Limits.DEFAULT.turnBacks()));
    }

    private static PruneKeys prune(Prune prune) {
        return new PruneKeys(prune.enabled(), news(prune.grace(), Prune.GRACE).map(Span::text));
    }

    private static ApprovalKeys approvals(ApprovalRules rules) {
        ApprovalRules standard = ApprovalRules.DEFAULT;
        return new ApprovalKeys(
                news(rules.required(), standard.required()),
                news(rules.authorMayApprove(), standard.authorMayApprove()),
                news(rules.validFor(), standard.validFor()).map(Span::text));
    }
}
