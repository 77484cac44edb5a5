package io.holdfast.aws;

import io.holdfast.model.Exploration;
import io.holdfast.model.Exploration.Blind;
import io.holdfast.model.Fault;
import io.holdfast.model.Find;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** An exploration in the making. */
public final class Finds<S> {
    private final List<Find<S>> finds = new ArrayList<>();
    private final List<Blind> blind = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    /**
     * A listing; nothing where it breaks, which is told.
     *
     * @param what is listed, for people
     * @param operation the call, such as {@code ecs:ListServices}
     */
    public <T> List<T> listed(String what, String operation, Supplier<List<T>> listing) {
        try {
            return Call.read(operation, listing);
        } catch (AwsFailure failure) {
            blind(what, failure.fault());
            return List.of();
        }
    }

    /**
     * What became of the look at one resource.
     *
     * @param what it is, for people
     * @param named whether somebody asked for it by its name, so that it is told if it is not there
     * @param find what to take of it; empty for what is not there any more
     */
    public <V> void take(
            String what, String operation, boolean named, Answer<V> answer, Function<V, Optional<Find<S>>> find) {
        answer.trouble().ifPresent(fault -> blind(what, fault));
        if (answer.trouble().isPresent()) {
            return;
        }
        try {
            Optional<Find<S>> found = answer.toOptional().flatMap(find);
            found.ifPresent(finds::add);
            if (found.isEmpty() && named) {
                missing.add(what);
            }
        } catch (BrokenPromise | AwsFailure broken) {
            blind(what, Faults.ofRead(operation, broken));
        }
    }

    /** Something that could not be looked at. */
    public void blind(String what, Fault fault) {
        blind.add(new Blind(what, fault));
    }

    /** Something that is not taken, in a sentence. */
    public void leave(String sentence) {
        left.add(sentence);
    }

    public Exploration<S> exploration() {
        return new Exploration<>(
                finds.stream().sorted(Comparator.comparing(Find::key)).toList(), blind, missing, left);
    }
}
