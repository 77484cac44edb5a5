package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Fault;
import io.holdfast.model.Observed;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What AWS answered to one question: the thing, that there is none, or nothing we may conclude from. */
public sealed interface Answer<V> {
    /** It is there. */
    record Found<V>(V value) implements Answer<V> {
        public Found {
            requireNonNull(value, "value");
        }
    }

    /** AWS says that there is none. */
    record NotFound<V>() implements Answer<V> {}

    /** We could not look. */
    record Failed<V>(Fault fault) implements Answer<V> {
        public Failed {
            requireNonNull(fault, "fault");
        }
    }

    static <V> Answer<V> found(V value) {
        return new Found<>(value);
    }

    static <V> Answer<V> notFound() {
        return new NotFound<>();
    }

    static <V> Answer<V> failed(Fault fault) {
        return new Failed<>(fault);
    }

    /** One function per case. */
    default <T> T fold(Function<V, T> found, Supplier<T> notFound, Function<Fault, T> failed) {
        if (this instanceof Found<V> it) {
            return found.apply(it.value());
        }
        return this instanceof Failed<V> it ? failed.apply(it.fault()) : notFound.get();
    }

    default <T> Answer<T> map(Function<V, T> change) {
        return then(value -> found(change.apply(value)));
    }

    /** The next question, asked of what was found. */
    default <T> Answer<T> then(Function<V, Answer<T>> next) {
        return fold(next, Answer::notFound, Answer::failed);
    }

    /** What was found; empty also when we could not look. */
    default Optional<V> toOptional() {
        return this instanceof Found<V> it ? Optional.of(it.value()) : Optional.empty();
    }

    default Optional<Fault> trouble() {
        return this instanceof Failed<V> it ? Optional.of(it.fault()) : Optional.empty();
    }

    /**
     * The observation that follows: not found is absent, failed is unseen. So is a thing that lacks a mandatory member.
     *
     * @param operation the call that answered, such as {@code ecs:DescribeServices}
     */
    default <S> Observed<S> observed(String operation, Function<V, Observed<S>> found) {
        try {
            return fold(found, Observed::absent, Observed::unseen);
        } catch (BrokenPromise | AwsFailure broken) {
            return Observed.unseen(Faults.ofRead(operation, broken));
        }
    }
}
