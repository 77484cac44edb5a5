package io.holdfast.sandbox.ecs;

import java.util.Optional;
import java.util.TreeMap;

/** The revisions of one task definition family. The counter never goes back, whatever is deleted. */
final class Family {

    final String name;
    final TreeMap<Integer, TaskDefinition> revisions = new TreeMap<>();
    private int counter;

    Family(String name) {
        this.name = name;
    }

    int nextRevision() {
        return ++counter;
    }

    Optional<TaskDefinition> newestActive() {
        return revisions.descendingMap().values().stream()
                .filter(TaskDefinition::isActive)
                .findFirst();
    }

    Optional<TaskDefinition> revision(String number) {
        return number.matches("\\d{1,9}")
                ? Optional.ofNullable(revisions.get(Integer.valueOf(number)))
                : Optional.empty();
    }
}
