package io.holdfast.reference;

import io.holdfast.desired.form.Form;
import io.holdfast.desired.form.Key;
import io.holdfast.model.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of the reference page in their order: outside first, a declaration before what stands in it. */
final class Sections {
    private final Map<String, Section> byPath = new LinkedHashMap<>();
    private final Collection<? extends Kind<?>> kinds;

    Sections(Form.Keys form, Collection<? extends Kind<?>> kinds) {
        this.kinds = kinds;
        add(new Section("", form, 2, Optional.empty(), ""));
    }

    List<Section> all() {
        return List.copyOf(byPath.values());
    }

    /** The section whose table stands at a path. */
    Section at(String path) {
        return byPath.get(path);
    }

    private void add(Section section) {
        byPath.put(section.path(), section);
        List<Key> declarations = new ArrayList<>();
        for (Key key : section.keys().keys()) {
            if (declares(key.form())) {
                declarations.add(key);
            } else {
                enter(key.form(), section, path(section.path(), key.name()), field(section, key.name()));
            }
        }
        // What belongs to the outer declaration comes before the next one begins.
        declarations.forEach(key -> enter(key.form(), section, path(section.path(), key.name()), ""));
    }

    private void enter(Form form, Section around, String path, String field) {
        if (form instanceof Form.Items items) {
            enter(items.item(), around, path + "[]", field);
        } else if (form instanceof Form.Names names) {
            enter(names.value(), around, path + ".NAME", field + ".*");
        } else if (form instanceof Form.Keys keys) {
            Optional<Kind<?>> own = kind(keys);
            int depth = own.isPresent() || declares(keys) ? 2 : 3;
            add(new Section(path, keys, depth, own.or(around::kind), own.isPresent() ? "" : field));
        }
    }

    private boolean declares(Form form) {
        return form instanceof Form.Names names
                ? declares(names.value())
                : form instanceof Form.Keys keys
                        && (kind(keys).isPresent() || keys.keys().stream().anyMatch(key -> declares(key.form())));
    }

    private Optional<Kind<?>> kind(Form.Keys keys) {
        return kinds.stream()
                .filter(it -> it.stateType().equals(keys.about().type()))
                .<Kind<?>>map(it -> it)
                .findFirst();
    }

    private static String path(String outer, String key) {
        return outer.isEmpty() ? key : outer + "." + key;
    }

    private static String field(Section section, String key) {
        return section.field().isEmpty() ? key : section.field() + "." + key;
    }
}
