package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.wire.Input;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one member of a request in the type in which an answer repeats it: the Query protocol brings text only. */
@FunctionalInterface
interface Member {

    Optional<?> read(Input input, String name);

    /** A structure of named members. */
    static Member structure(Map<String, Member> members) {
        return (input, name) -> input.child(name).map(child -> readAll(child, members));
    }

    /** A list of structures; AWS repeats it empty when it was not sent. */
    static Member structures(Map<String, Member> members) {
        return (input, name) -> Optional.of(
                input.list(name).stream().map(item -> readAll(item, members)).toList());
    }

    /** A list of texts; AWS repeats it empty when it was not sent. */
    static Member texts() {
        return (input, name) -> Optional.of(input.strings(name));
    }

    /** All members that were sent, in the order of the table. */
    static Map<String, Object> readAll(Input input, Map<String, Member> members) {
        var values = new LinkedHashMap<String, Object>();
        members.forEach((name, member) -> member.read(input, name).ifPresent(value -> values.put(name, value)));
        return Collections.unmodifiableMap(values);
    }
}
