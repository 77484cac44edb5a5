package io.holdfast.export;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes out of the drafts what the reader objects to: a field that may be left out, or else the whole resource. */
final class Objections {
    private final Map<ResourceId, Draft<?>> drafts;
    private final Notes notes;

    Objections(Map<ResourceId, Draft<?>> drafts, Notes notes) {
        this.drafts = drafts;
        this.notes = notes;
    }

    void heed(List<Finding> findings) {
        int before = drafts.size();
        boolean heeded = false;
        for (Finding finding : findings) {
            heeded |= heed(finding);
        }
        if (!heeded && drafts.size() == before) {
            // About no resource: nothing here can help, and a file that does not load is not handed over.
            findings.forEach(it -> notes.notSeen("nothing is written, because it would not load: " + it.text()));
            drafts.clear();
        }
    }

    private boolean heed(Finding finding) {
        Optional<ResourceId> id = drafts.keySet().stream()
                .filter(it -> isAt(finding.path(), place(drafts.get(it))))
                .max(Comparator.comparing(it -> place(drafts.get(it)).length()));
        id.ifPresent(it -> shorten(it, finding));
        return id.isPresent();
    }

    private void shorten(ResourceId id, Finding finding) {
        Draft<?> draft = drafts.get(id);
        String place = place(draft);
        String field = finding.path().length() > place.length() ? finding.path().substring(place.length() + 1) : "";
        Optional<? extends Draft<?>> less = draft.without(field).filter(it -> !field.isEmpty());
        String why = finding.message()
                + finding.allowed().map(it -> "; allowed: " + it).orElse("");
        if (less.isPresent()) {
            notes.left(draft.seen().item().told() + ": " + field + " is left out: " + why);
            drafts.put(id, less.orElseThrow());
        } else {
            notes.left(draft.seen().item().told() + " is left out: " + (field.isEmpty() ? "" : field + ": ") + why);
            remove(id);
        }
    }

    /** What stands inside it goes with it. */
    private void remove(ResourceId id) {
        drafts.values().removeIf(it -> it.seen().item().terms().lineage().ids().contains(id));
    }

    private static boolean isAt(String path, String place) {
        return path.equals(place) || path.startsWith(place + ".");
    }

    private static String place(Draft<?> draft) {
        Item<?> item = draft.seen().item();
        Iterator<String> names = List.of(item.id().name().split("\\.", -1)).iterator();
        List<String> keys = new ArrayList<>(List.of("spec"));
        for (String key : item.kind().slot().keys()) {
            keys.add(key.equals(Slot.ANY) ? names.next() : key);
        }
        return String.join(".", keys);
    }
}
