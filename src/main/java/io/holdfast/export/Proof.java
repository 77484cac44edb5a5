package io.holdfast.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.LastGood;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.model.Kind;
import io.holdfast.model.Revision;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Reads what was written as it will be read when it is committed. */
final class Proof {
    private static final Revision NOT_COMMITTED = Revision.of("exported");

    private final Collection<? extends Kind<?>> kinds;

    Proof(Collection<? extends Kind<?>> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** What the reader objects to; nothing where the file loads. */
    List<Finding> findings(String environment, String yaml) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put(environment + ".yaml", yaml.getBytes(UTF_8));
        Look look = new Look.Seen(Snapshot.of(files, NOT_COMMITTED));
        return new DesiredSource(() -> look, "environments/", kinds, LastGood.inMemory())
                .load()
                .of(environment)
                .map(EnvironmentLoad::findings)
                .orElse(List.of());
    }
}
