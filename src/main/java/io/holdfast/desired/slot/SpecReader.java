package io.holdfast.desired.slot;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.form.Key;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.model.Kind;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Reads the sections of an environment, for a set of kinds. */
public final class SpecReader {
    private final SlotTree slots;

    public SpecReader(Collection<? extends Kind<?>> kinds) {
        this.slots = SlotTree.of(kinds);
    }

    /** The sections there are. */
    public List<String> sections() {
        return slots.keys();
    }

    /** The sections, and what may be written in them. */
    public List<Key> form() {
        return slots.ownKeys();
    }

    /** Reads what stands under {@code spec}; keys that are no sections are somebody else's. */
    public Spec read(String environment, Entry spec, Consumer<Finding> findings) {
        return new Walk(environment, findings).through(slots, spec);
    }
}
