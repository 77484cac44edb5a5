package io.holdfast.desired;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.FolderReader;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.folder.Place;
import io.holdfast.desired.folder.Sight;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Kind;
import io.holdfast.model.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A place of environments, and what is in force of it. It is read by one thread at a time. */
public final class DesiredSource {
    private final Place place;
    private final Readings news;
    private final Readings olds;
    private final LastGood lastGood;

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
        this(Place.of(name, eye), kinds, lastGood);
    }

    /**
     * A source that reads whatever place it is given.
     *
     * @param place has the environments
     * @param kinds what can be declared
     * @param lastGood keeps what loaded
     */
    public DesiredSource(Place place, Collection<? extends Kind<?>> kinds, LastGood lastGood) {
        this.place = place;
        EnvironmentReader reader = new EnvironmentReader(kinds);
        this.news = new Readings(reader);
        this.olds = new Readings(reader);
        this.lastGood = lastGood;
    }

    /** Reads the place as it is now. What loads is kept; what does not stays on what loaded before. */
    public Load load() {
        SortedSet<String> known = lastGood.environments();
        Sight sight = place.look(known);
        if (sight.environments().isEmpty() && sight.trouble().isEmpty()) {
            return load(Sight.troubled(empty(), known), known);
        }
        return load(sight, known);
    }

    private Finding empty() {
        return Finding.of(
                        Code.SOURCE_UNAVAILABLE,
                        new Location(place.name(), 1, 1),
                        "",
                        "no environment in the folder; an empty desired state is not a wish to delete")
                .allowed("NAME.yaml, or NAME/ with YAML files in it");
    }

    private Load load(Sight sight, SortedSet<String> known) {
        SortedMap<String, Reading> now = new TreeMap<>();
        SortedMap<String, Reading> before = new TreeMap<>();
        Drafts drafts = new Drafts();
        sight.environments().forEach((environment, sheet) -> {
            Optional<Reading> good = lastGood.load(environment).map(Draft::of).map(olds::of);
            good.ifPresent(it -> before.put(environment, it));
            now.put(
                    environment,
                    drafts.of(environment, sheet).map(news::of).or(() -> good).orElseGet(Reading::nothing));
        });
        news.keep(now.keySet());
        olds.keep(before.keySet());
        Map<String, List<Finding>> collisions = Collisions.among(now, before);
        SortedMap<String, EnvironmentLoad> loads = new TreeMap<>();
        now.forEach((environment, reading) -> {
            List<Finding> against = new ArrayList<>(collisions.getOrDefault(environment, List.of()));
            Optional<DesiredState> fallback =
                    Optional.ofNullable(before.get(environment)).flatMap(Reading::desired);
            Optional<Finding> objection = sight.environments().get(environment).objection();
            loads.put(
                    environment,
                    objection
                            .map(it -> held(reading, it, against, fallback))
                            .orElseGet(() -> settle(reading, against, fallback)));
        });
        SortedSet<String> removed = new TreeSet<>(sight.trouble().isEmpty() ? known : Set.of());
        removed.removeAll(loads.keySet());
        return new Load(sight.trouble(), loads, removed);
    }

    /** Something newer exists, or nobody knows whether it does: this is as good as it was, and no better. */
    private static EnvironmentLoad held(
            Reading reading, Finding objection, List<Finding> against, Optional<DesiredState> before) {
        List<Finding> findings = new ArrayList<>(List.of(objection));
        findings.addAll(reading.findings());
        findings.addAll(against);
        return EnvironmentLoad.held(
                findings, reading.desired().filter(it -> against.isEmpty()).or(() -> before));
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
}
