package io.holdfast.desired.random;

import io.holdfast.app.Kinds;
import io.holdfast.model.Kind;
import io.holdfast.model.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** An environment of all kinds by chance, with what stands against it taken out until nothing does. */
public final class RandomEnvironment {
    private static final int ROUNDS = 60;
    static final List<String> NAMES = List.of("main", "backend", "on", "007", "a-b_c", "Web2");

    private final Random random;
    private final Chance chance;
    private final Map<String, Object> tree = new LinkedHashMap<>();

    /** What somebody says is wrong: the keys that lead there, and the sentence. */
    public record Objection(String path, String message) {}

    private RandomEnvironment(Random random) {
        this.random = random;
        this.chance = new Chance(random, 1 + random.nextInt(5));
    }

    /**
     * An environment nobody objects to, as JSON; absent if it could not be put right.
     *
     * @param policy the record of what stands under {@code spec} beside the sections
     * @param judge what is wrong with a file
     */
    public static Optional<String> of(Random random, Class<?> policy, Function<String, List<Objection>> judge) {
        RandomEnvironment environment = new RandomEnvironment(random);
        environment.write(policy);
        return environment.putRight(judge);
    }

    private void write(Class<?> policy) {
        tree.put("apiVersion", "holdfast.io/v1");
        tree.put("kind", "Environment");
        tree.put("metadata", new LinkedHashMap<>(Map.of("name", "staging")));
        Map<String, Object> spec = new LinkedHashMap<>();
        Map<String, Object> aws = new LinkedHashMap<>(Map.of("account", "012345670123", "region", "eu-central-1"));
        if (random.nextBoolean()) {
            aws.put("role", "arn:aws:iam::012345670123:role/holdfast");
        }
        spec.put("aws", aws);
        spec.putAll(chance.record(policy));
        sections(spec, List.of(), Kinds.all());
        tree.put("spec", spec);
    }

    /** What stands at a place in the tree of slots, and below. */
    private void sections(Map<String, Object> here, List<String> way, List<Kind<?>> kinds) {
        List<Kind<?>> below =
                kinds.stream().filter(it -> isBelow(it.slot(), way)).toList();
        below.stream()
                .map(it -> it.slot().keys().get(way.size()))
                .distinct()
                .flatMap(key -> key.equals(Slot.ANY) ? names() : maybe(key))
                .forEach(name -> {
                    boolean chosen = below.stream()
                            .anyMatch(it -> it.slot().keys().get(way.size()).equals(Slot.ANY));
                    List<String> further = joined(way, chosen ? Slot.ANY : name);
                    Map<String, Object> inner = new LinkedHashMap<>();
                    kinds.stream()
                            .filter(it -> it.slot().keys().equals(further))
                            .forEach(it -> inner.putAll(resource(it)));
                    sections(inner, further, kinds);
                    here.put(name, inner);
                });
    }

    private Map<String, Object> resource(Kind<?> kind) {
        Map<String, Object> resource = chance.record(kind.stateType());
        resource.computeIfPresent("cluster", (key, any) -> random.nextBoolean() ? "main" : "shared");
        if (random.nextInt(6) == 0) {
            resource.put(random.nextBoolean() ? "adopt" : "protect", random.nextBoolean());
        }
        return resource;
    }

    private Stream<String> names() {
        return random.ints(1 + random.nextInt(2), 0, NAMES.size()).distinct().mapToObj(NAMES::get);
    }

    private Stream<String> maybe(String key) {
        return random.nextInt(4) > 0 ? Stream.of(key) : Stream.empty();
    }

    private static boolean isBelow(Slot slot, List<String> way) {
        return slot.keys().size() > way.size()
                && slot.keys().subList(0, way.size()).equals(way);
    }

    private static List<String> joined(List<String> way, String key) {
        return Stream.concat(way.stream(), Stream.of(key)).toList();
    }

    private Optional<String> putRight(Function<String, List<Objection>> judge) {
        for (int round = 0; round < ROUNDS; round++) {
            String json = PlainYaml.json(tree);
            List<Objection> objections = judge.apply(json);
            if (objections.isEmpty()) {
                return Optional.of(json);
            }
            objections.forEach(it -> takeOut(tree, it.path(), "", it));
        }
        return Optional.empty();
    }

    /** Takes out what a path leads to; where it leads to what is not there, something else beside it. */
    private boolean takeOut(Object here, String path, String done, Objection objection) {
        if (here instanceof Map<?, ?> map) {
            for (Object key : new ArrayList<>(map.keySet())) {
                if (path.equals(key)) {
                    remove(map, key, objection);
                    return true;
                }
                boolean leads = path.startsWith(key + ".") || path.startsWith(key + "[");
                if (leads && takeOut(map.get(key), rest(path, String.valueOf(key)), done + key, objection)) {
                    return true;
                }
            }
            if (!map.isEmpty() && !done.isEmpty() && !done.equals("spec")) {
                map.remove(new ArrayList<>(map.keySet()).get(random.nextInt(map.size())));
                return true;
            }
        }
        if (here instanceof List<?> list && path.startsWith("[")) {
            int index = Integer.parseInt(path.substring(1, path.indexOf(']')));
            String rest = path.substring(path.indexOf(']') + 1);
            if (index < list.size()
                    && (rest.isEmpty() || !takeOut(list.get(index), rest.substring(1), done, objection))) {
                list.remove(index);
                return true;
            }
            return index < list.size();
        }
        return false;
    }

    /** A map as a whole is at odds with itself: less of it may not be. */
    private void remove(Map<?, ?> map, Object key, Objection objection) {
        boolean partly = map.get(key) instanceof Map<?, ?> inner
                && inner.size() > 1
                && !objection.message().endsWith("is missing")
                && random.nextInt(4) > 0;
        if (partly) {
            Map<?, ?> inner = (Map<?, ?>) map.get(key);
            inner.remove(new ArrayList<>(inner.keySet()).get(random.nextInt(inner.size())));
        } else {
            map.remove(key);
        }
    }

    private static String rest(String path, String key) {
        String rest = path.substring(key.length());
        return rest.startsWith(".") ? rest.substring(1) : rest;
    }
}
