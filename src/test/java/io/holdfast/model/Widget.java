package io.holdfast.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A made-up resource with one field of every sort, for tests of what no real kind should be needed for. */
public record Widget(
        String name,
        Optional<Integer> size,
        Optional<Integer> floor,
        Optional<String> version,
        Optional<List<String>> zones,
        Optional<String> colour,
        Optional<Part> engine,
        Optional<Map<String, Part>> parts,
        Optional<Map<String, String>> secrets,
        Optional<Map<String, String>> tags) {

    /** A record inside the record. */
    public record Part(Optional<Integer> power, Optional<Boolean> spare) {
        public static Part of(int power) {
            return new Part(Optional.of(power), Optional.empty());
        }
    }

    public static Widget named(String name) {
        return new Widget(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Widget withSize(int value) {
        return new Widget(name, Optional.of(value), floor, version, zones, colour, engine, parts, secrets, tags);
    }

    public Widget withFloor(int value) {
        return new Widget(name, size, Optional.of(value), version, zones, colour, engine, parts, secrets, tags);
    }

    public Widget withVersion(String value) {
        return new Widget(name, size, floor, Optional.of(value), zones, colour, engine, parts, secrets, tags);
    }

    public Widget withZones(String... value) {
        return new Widget(
                name, size, floor, version, Optional.of(List.of(value)), colour, engine, parts, secrets, tags);
    }

    public Widget withColour(String value) {
        return new Widget(name, size, floor, version, zones, Optional.of(value), engine, parts, secrets, tags);
    }

    public Widget withEngine(Part value) {
        return new Widget(name, size, floor, version, zones, colour, Optional.of(value), parts, secrets, tags);
    }

    public Widget withPart(String key, Part value) {
        Map<String, Part> more = new LinkedHashMap<>(parts.orElse(Map.of()));
        more.put(key, value);
        return new Widget(name, size, floor, version, zones, colour, engine, Optional.of(more), secrets, tags);
    }

    /** One that says of its parts that there are none. */
    public Widget withNoParts() {
        return new Widget(name, size, floor, version, zones, colour, engine, Optional.of(Map.of()), secrets, tags);
    }

    public Widget withSecret(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(secrets.orElse(Map.of()));
        more.put(key, value);
        return new Widget(name, size, floor, version, zones, colour, engine, parts, Optional.of(more), tags);
    }

    public Widget withTag(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(tags.orElse(Map.of()));
        more.put(key, value);
        return new Widget(name, size, floor, version, zones, colour, engine, parts, secrets, Optional.of(more));
    }
}
