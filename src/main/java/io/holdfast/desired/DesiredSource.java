package io.holdfast.desired;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.FolderReader;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Kind;
import io.holdfast.model.Location;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The folder of environments, and what is in force of it. */
public final class DesiredSource {
    private final Supplier<Look> eye;
    private final EnvironmentReader reader;
    private final LastGood lastGood;
    private final String name;

    /**
     * A source that reads a folder.
     *
     * @param folder holds {@code NAME.yaml} or {@code NAME/*.yaml} for each environment
     * @param kinds what can be declared
     * @param lastGood keeps what loaded
     */
    public DesiredSource(Path folder, Collection<? extends Kind<?>> kinds, LastGood lastGood) {
        this(
                new FolderReader(folder, Limits.DEFAULT.bytes())::look,
                folder.toAbsolutePath().normalize().getFileName() + "/",
                kinds,
                lastGood);
    }

    /**
     * A source that reads whatever it is shown.
     *
     * @param eye shows the files as they are now
     * @param name of the folder they are in, as its author knows it
     * @param kinds what can be declared
     * @param lastGood keeps what loaded
     */
    public DesiredSource(Supplier<Look> eye, String name, Collection<? extends Kind<?>> kinds, LastGood lastGood) {
        this.eye = eye;
        this.name = name;
        this.reader = new EnvironmentReader(kinds);
        this.lastGood = lastGood;
    }

    /** Reads the folder as it is now. What loads is kept; what does not stays on what loaded before. */
    public Load load() {
        Look look = eye.get();
        if (look instanceof Look.Trouble trouble) {
            return inTrouble(trouble.finding());
        }
        SortedMap<String, Draft> drafts = Environments.in(((Look.Seen) look).snapshot());
        return drafts.isEmpty() ? inTrouble(empty()) : load(drafts);
    }

    private Finding empty() {
        return Finding.of(
                        Code.SOURCE_UNAVAILABLE,
                        new Location(name, 1, 1),
                        "",
                        "no environment in the folder; an empty desired state is not a wish to delete")
                .allowed("NAME.yaml, or NAME/ with YAML files in it");
    }

    private Load inTrouble(Finding trouble) {
        SortedMap<String, EnvironmentLoad> stale = new TreeMap<>();
        for (String environment : lastGood.environments()) {
            stale.put(environment, EnvironmentLoad.invalid(List.of(trouble), lastGood(environment)));
        }
        return new Load(Optional.of(trouble), stale, new TreeSet<>());
    }

    private Load load(SortedMap<String, Draft> drafts) {
        SortedMap<String, Reading> now = new TreeMap<>();
        SortedMap<String, Reading> before = new TreeMap<>();
        drafts.forEach((environment, draft) -> {
            now.put(environment, reader.read(draft));
            lastGood.load(environment).map(Draft::of).map(reader::read).ifPresent(it -> before.put(environment, it));
        });
        Map<String, List<Finding>> collisions = Collisions.among(now, before);
        SortedMap<String, EnvironmentLoad> loads = new TreeMap<>();
        now.forEach((environment, reading) -> loads.put(
                environment,
                settle(
                        reading,
                        collisions.getOrDefault(environment, List.of()),
                        Optional.ofNullable(before.get(environment)).flatMap(Reading::desired))));
        SortedSet<String> removed = new TreeSet<>(lastGood.environments());
        removed.removeAll(loads.keySet());
        return new Load(Optional.empty(), loads, removed);
    }

    private EnvironmentLoad settle(Reading reading, List<Finding> collisions, Optional<DesiredState> before) {
        Optional<DesiredState> desired = reading.desired().filter(it -> collisions.isEmpty());
        if (desired.isPresent()) {
            reading.sources().filter(this::isNews).ifPresent(lastGood::save);
            return EnvironmentLoad.loaded(desired.get());
        }
        List<Finding> findings =
                Stream.of(reading.findings(), collisions).flatMap(List::stream).toList();
        return EnvironmentLoad.invalid(findings, before);
    }

    private boolean isNews(Sources sources) {
        return !lastGood.load(sources.environment()).equals(Optional.of(sources));
    }

    private Optional<DesiredState> lastGood(String environment) {
        return lastGood.load(environment)
                .flatMap(sources -> reader.read(Draft.of(sources)).desired());
    }
}
