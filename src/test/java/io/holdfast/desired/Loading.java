package io.holdfast.desired;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.app.Kinds;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Revision;
import io.holdfast.model.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files that were never on a disk, read with the kinds there are. */
final class Loading {
    static final String SCHEMA = "http://localhost:8080/schema/environment-v1.json";
    static final EnvironmentWriter WRITER = new EnvironmentWriter(Kinds.all(), SCHEMA);

    private static final EnvironmentReader READER = new EnvironmentReader(Kinds.all());
    private static final Revision REVISION = Revision.of("9f2c1e7d");

    /** When the next beginning of two windows tells whether they are the same. */
    private static final Instant SOME_TIME = Instant.parse("2026-05-13T09:17:00Z");

    private Loading() {}

    /** The environment {@code NAME} of one file. */
    static Reading of(String environment, String text) {
        return of(environment, text.getBytes(UTF_8));
    }

    static Reading of(String environment, byte[] bytes) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(environment + ".yaml", bytes);
        return READER.read(Environments.in(Snapshot.of(files, REVISION)).get(environment));
    }

    /** What it asks for: all but where it was written, and when. Equal where two files ask for the same. */
    static List<Object> meaning(DesiredState desired) {
        return List.of(
                desired.environment(),
                desired.aws(),
                meaning(desired.policy()),
                desired.resources().stream()
                        .map(it -> List.of(it.id(), it.state(), it.terms()))
                        .toList());
    }

    private static List<Object> meaning(Policy policy) {
        return List.of(
                policy.mode(),
                policy.modes().stream().map(it -> List.of(it.of(), it.mode())).toList(),
                policy.ignores().stream()
                        .map(it -> List.of(it.of(), it.alarm(), it.enforce(), it.reason(), it.owner(), it.expires()))
                        .toList(),
                policy.windows().all().stream()
                        .map(it -> List.of(
                                it.classes(),
                                it.effect(),
                                it.lasts(),
                                it.reason(),
                                it.starts().firstAfter(SOME_TIME)))
                        .toList(),
                policy.limits(),
                policy.prune(),
                policy.approvals());
    }
}
