package io.holdfast.desired;

import io.holdfast.desired.policy.PolicyWriter;
import io.holdfast.desired.write.Layout;
import io.holdfast.desired.write.Outline;
import io.holdfast.desired.write.Piece;
import io.holdfast.desired.write.Piece.Keys;
import io.holdfast.desired.write.Records;
import io.holdfast.desired.write.Withholding;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Kind;
import io.holdfast.model.Slot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an environment as the one file it could have been read from: read again, it asks for the same, and written again
 * it is the same text. What was said in several files, and every comment, is gone.
 */
public final class EnvironmentWriter {
    private final List<Slot> slots;
    private final String schema;

    /**
     * A writer for a set of kinds.
     *
     * @param kinds in the order in which their sections are written
     * @param schema where editors find the schema of the format
     */
    public EnvironmentWriter(Collection<? extends Kind<?>> kinds, String schema) {
        this.slots = kinds.stream().<Slot>map(Kind::slot).toList();
        this.schema = schema;
    }

    /**
     * The text of the file. Components that nobody writes and plain secrets are left out; where one of these was, the file
     * does not load until somebody has put the secret where it belongs.
     */
    public String write(DesiredState desired) {
        Header header = Header.of(desired);
        Map<String, Piece> spec = new LinkedHashMap<>(Records.entries(header.spec()));
        spec.putAll(Records.entries(PolicyWriter.keys(header.policy())));
        spec.putAll(Outline.of(slots, desired.resources()));
        Map<String, Piece> root = new LinkedHashMap<>(Records.entries(header.document(desired.environment())));
        root.put("spec", new Keys(spec, true));
        return "# yaml-language-server: $schema=" + schema + "\n" + Layout.of(Withholding.of(new Keys(root, true)));
    }
}
