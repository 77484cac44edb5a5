package io.holdfast.never;

import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Impact;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kind of things: shelves hold nothing of worth and stand in a room, vaults hold data. */
record ThingKind(KindName name, boolean holdsData, Optional<KindName> standsIn) implements Kind<Thing> {
    static final ThingKind ROOM = new ThingKind(new KindName("room", "test-room"), false, Optional.empty());
    static final ThingKind SHELF = new ThingKind(new KindName("shelf", "test-shelf"), false, Optional.of(ROOM.name));
    static final ThingKind VAULT = new ThingKind(new KindName("vault", "test-vault"), true, Optional.empty());
    static final List<ThingKind> ALL = List.of(ROOM, SHELF, VAULT);

    private static final FieldTable<Thing> FIELDS = FieldTable.<Thing>changedBy("test:Change")
            .row(Field.required("name", Thing::name, Impact.REPLACEMENT))
            .row(Field.of("size", Thing::size, Impact.IN_PLACE))
            .row(Field.of("colour", Thing::colour, Impact.IN_PLACE).by("test:Paint"))
            .row(Field.of("make", Thing::make, Impact.REPLACEMENT))
            .build();

    @Override
    public Class<Thing> stateType() {
        return Thing.class;
    }

    @Override
    public Slot slot() {
        return Slot.of(name.segment() + "s.*");
    }

    @Override
    public FieldTable<Thing> fields() {
        return FIELDS;
    }

    @Override
    public String key(Thing resolved) {
        return resolved.name();
    }

    @Override
    public List<String> createCalls() {
        return List.of("test:Create");
    }

    @Override
    public String adoptCall() {
        return "test:Tag";
    }

    @Override
    public List<Step> deletion(Thing live) {
        return List.of(new Step("test:Delete", List.of()));
    }

    @Override
    public Set<String> counts() {
        return Set.of("size");
    }

    @Override
    public Set<KindName> goneFirst() {
        return equals(ROOM) ? Set.of(SHELF.name) : Set.of();
    }

    @Override
    public Set<ResourceId> needs(ResourceId self, Thing declared) {
        return standsIn.<Set<ResourceId>>map(it -> Set.of(self.named(it, "r0"))).orElseGet(Set::of);
    }
}
