package io.holdfast.desired;

import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which environments a folder holds: {@code NAME.yaml}, or the files of {@code NAME/}. */
final class Environments {
    private final Snapshot snapshot;
    private final FileSet files;

    private Environments(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.files = FileSet.of(snapshot);
    }

    /** The environments by name, unread. */
    static SortedMap<String, Draft> in(Snapshot snapshot) {
        Environments environments = new Environments(snapshot);
        SortedMap<String, Draft> drafts = new TreeMap<>();
        environments.homes().forEach((name, homes) -> drafts.put(name, environments.draft(name, homes)));
        return drafts;
    }

    /** For each name its files and folders, of which there should be one, each with the files that it is. */
    private SortedMap<String, SortedMap<String, List<String>>> homes() {
        SortedMap<String, SortedMap<String, List<String>>> homes = new TreeMap<>();
        for (String file : snapshot.names()) {
            if (!Snapshot.isShared(file)) {
                String home = snapshot.homeOf(file);
                homes.computeIfAbsent(snapshot.nameOf(home), unknown -> new TreeMap<>())
                        .computeIfAbsent(home, unknown -> new ArrayList<>())
                        .add(file);
            }
        }
        return homes;
    }

    private Draft draft(String name, SortedMap<String, List<String>> homes) {
        String path = homes.firstKey();
        List<String> parts = homes.get(path);
        List<Finding> findings = new ArrayList<>();
        if (!Snapshot.isName(name)) {
            findings.add(finding(SEMANTIC, path, "not a name for an environment")
                    .found(name)
                    .allowed(Snapshot.NAMES));
        }
        twins(name, homes)
                .forEach(
                        twin -> findings.add(finding(SEMANTIC, twin, "another home of the same environment: " + path)));
        return new Draft(name, path, parts, files, findings);
    }

    /** Everything else that would be this environment, on some file system or other. */
    private List<String> twins(String name, SortedMap<String, List<String>> homes) {
        List<String> twins = new ArrayList<>(homes.keySet());
        twins.remove(0);
        snapshot.names().stream()
                .filter(file -> !Snapshot.isShared(file))
                .map(snapshot::homeOf)
                .filter(home -> !snapshot.nameOf(home).equals(name)
                        && snapshot.nameOf(home).toLowerCase(Locale.ROOT).equals(name))
                .distinct()
                .forEach(twins::add);
        return twins;
    }

    private static Finding finding(Code code, String path, String message) {
        return Finding.of(code, new Location(path, 1, 1), "", message);
    }
}
