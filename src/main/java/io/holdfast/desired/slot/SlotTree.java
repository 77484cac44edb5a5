package io.holdfast.desired.slot;

import io.holdfast.desired.bind.Binder;
import io.holdfast.desired.form.About;
import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.form.Key;
import io.holdfast.model.Kind;
import io.holdfast.model.Slot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The slots of all kinds as one tree of keys. */
final class SlotTree {
    private final SortedMap<String, SlotTree> inner = new TreeMap<>();
    private Optional<Tenant<?>> tenant = Optional.empty();

    /** The kind that is declared in a slot, and what reads its declarations. */
    record Tenant<S>(Kind<S> kind, Binder<S> binder) {
        static <S> Tenant<S> of(Kind<S> kind) {
            return new Tenant<>(kind, Binder.of(kind.stateType()));
        }
    }

    private SlotTree() {}

    /**
     * Puts the slots together.
     *
     * @throws IllegalStateException if two kinds claim one slot, or names and keys of ours would stand side by side
     */
    static SlotTree of(Collection<? extends Kind<?>> kinds) {
        SlotTree root = new SlotTree();
        kinds.forEach(root::add);
        return root;
    }

    private void add(Kind<?> kind) {
        SlotTree here = this;
        for (String key : kind.slot().keys()) {
            here = here.inner.computeIfAbsent(key, unknown -> new SlotTree());
        }
        if (here.tenant.isPresent()) {
            throw new IllegalStateException("two kinds in slot " + kind.slot());
        }
        here.tenant = Optional.of(Tenant.of(kind));
        requireUnambiguous(kind.slot());
    }

    private void requireUnambiguous(Slot slot) {
        if (inner.containsKey(Slot.ANY) && (inner.size() > 1 || tenant.isPresent())) {
            throw new IllegalStateException("names and keys side by side around slot " + slot);
        }
        inner.values().forEach(child -> child.requireUnambiguous(slot));
    }

    Optional<Tenant<?>> tenant() {
        return tenant;
    }

    /** What stands under each of the names an author chooses; absent where the keys are ours. */
    Optional<SlotTree> named() {
        return Optional.ofNullable(inner.get(Slot.ANY));
    }

    /** The keys of ours that lead further; none where names stand. */
    List<String> keys() {
        return named().isPresent() ? List.of() : List.copyOf(inner.keySet());
    }

    SlotTree at(String key) {
        return inner.get(key);
    }

    /** What may be written here and below. */
    Form form() {
        return named().<Form>map(value -> new Form.Names(LogicalName.form(), value.form(), Bounds.NONE))
                .orElseGet(this::keyed);
    }

    private Form keyed() {
        return tenant.map(it -> it.binder().form().and(Walk.BESIDE.form().keys()))
                .orElseGet(() -> new Form.Keys(about(), List.of()))
                .and(ownKeys());
    }

    /** The keys of ours that lead further, explained by the kind that is declared there. */
    List<Key> ownKeys() {
        return keys().stream()
                .map(key -> new Key(key, at(key).about(), false, at(key).form()))
                .toList();
    }

    private About about() {
        return tenant.map(it -> About.type(it.kind().getClass()))
                .orElseGet(() -> inner.values().iterator().next().about());
    }
}
