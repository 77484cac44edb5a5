package io.holdfast.export;

import io.holdfast.model.Excuse;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Named;
import io.holdfast.model.Reference;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of what AWS shows what would have asked for it: less what others own, what is secret, and what goes without saying. */
final class Drafting {
    /** What Holdfast and AWS write themselves, and nobody may declare. */
    private static final List<String> NOT_TO_BE_DECLARED = List.of("holdfast:", "aws:", "rds:");

    private final Notes notes;
    private final Clock clock;
    private final References references;
    private final Named named;

    Drafting(List<Seen<?>> seen, Notes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
        Map<ResourceId, Reference> known = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        seen.forEach(it -> {
            Item<?> item = it.item();
            known.put(
                    item.id(),
                    new Reference(item.key(), Optional.of(it.present().facts().arn())));
            names.put(slip(item.kind().name(), item.key()), item.id().name());
        });
        this.references = References.of(known);
        this.named = (kind, key) -> Optional.ofNullable(names.get(slip(kind, key)));
    }

    /** A draft; empty where none would lead back to the resource. */
    <S> Optional<Draft<S>> of(Seen<S> seen) {
        Item<S> item = seen.item();
        Lean<S> lean = lean(seen);
        Draft<S> whole = new Draft<>(seen, item.kind().exported(seen.present().state(), named));
        Draft<S> declarable = undrifting(lean, withoutSecrets(delegated(tags(whole))));
        if (!lean.leadsThere(declarable.state())) {
            notes.left(item.told() + " cannot be referred to by any name");
            return Optional.empty();
        }
        return Optional.of(declarable.with(lean.of(declarable.state())));
    }

    private <S> Lean<S> lean(Seen<S> seen) {
        Item<S> item = seen.item();
        return new Lean<>(item.id(), item.kind(), item.key(), seen.present().state(), references);
    }

    private static <S> Draft<S> tags(Draft<S> draft) {
        return draft.with(Parts.withoutEntries(
                draft.state(), "tags", key -> NOT_TO_BE_DECLARED.stream().anyMatch(key::startsWith)));
    }

    /** What others own is not ours to ask for. */
    private <S> Draft<S> delegated(Draft<S> draft) {
        S live = draft.seen().present().state();
        Kind<S> kind = draft.seen().item().kind();
        List<String> owned = Stream.concat(
                        draft.seen().present().facts().excuses().stream(),
                        kind.excuses(live, live, clock.instant()).stream())
                .filter(it -> it.reason() == Excuse.Reason.DELEGATED)
                .map(Excuse::path)
                .toList();
        return less(draft, owned);
    }

    private <S> Draft<S> withoutSecrets(Draft<S> draft) {
        List<String> secrets = Secrets.in((Record) draft.state());
        secrets.forEach(it -> notes.left(draft.seen().item().told() + ": " + it
                + " holds a plain secret, so that what it stands in is left out; keep it in Secrets Manager and name its"
                + " ARN under secrets"));
        return less(draft, secrets);
    }

    private <S> Draft<S> undrifting(Lean<S> lean, Draft<S> draft) {
        List<String> drifting =
                lean.drift(draft.state()).stream().map(it -> it.path()).toList();
        drifting.forEach(it -> notes.left(
                draft.seen().item().told() + ": " + it + " is left out, because AWS would not show it as declared"));
        return less(draft, drifting);
    }

    private static <S> Draft<S> less(Draft<S> draft, List<String> paths) {
        Draft<S> less = draft;
        for (String path : paths) {
            less = less.without(path).orElse(less);
        }
        return less;
    }

    private static String slip(KindName kind, String key) {
        return kind.segment() + " " + key;
    }
}
