package io.holdfast.sandbox.elasticache;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** One node group: a primary, its replicas, and the hash slots they serve. */
final class Shard {

    private final int number;
    private final List<Member> members = new ArrayList<>();
    private String slots = "";

    Shard(int number) {
        this.number = number;
    }

    /** The id AWS gives it: four digits, counted from one. */
    String id() {
        return "%04d".formatted(number);
    }

    int number() {
        return number;
    }

    /** The members; the first is the primary. */
    List<Member> members() {
        return members;
    }

    Member primary() {
        return members.get(0);
    }

    int replicas() {
        return members.size() - 1;
    }

    /** The first replica becomes the primary; without replica there is nothing to fail over to. */
    void failOver() {
        if (replicas() > 0) {
            members.add(members.remove(0));
        }
    }

    /** Such as {@code 0-5460}. */
    String slots() {
        return slots;
    }

    void serve(String newSlots) {
        slots = requireNonNull(newSlots, "newSlots");
    }
}
