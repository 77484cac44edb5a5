package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Fault;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * Answers questions of many passes with few AWS calls. Concurrent asks share a call; nothing is remembered between
 * rounds, so an answer is never older than the question.
 *
 * @param <K> what is asked for; equal keys are asked once
 * @param <V> what AWS tells of it
 */
public final class Loader<K, V> implements Lookup<K, V> {
    /**
     * Asks AWS about several keys at once. A key the answer leaves out was not found. May throw {@link AwsFailure},
     * which is then the answer to these keys and to no others. Must not ask another loader.
     */
    @FunctionalInterface
    public interface Batch<K, V> {
        Map<K, Answer<V>> load(List<K> keys);
    }

    private final Gathering gathering;
    private final String operation;
    private final Batches<K> batches;
    private final Batch<K, V> batch;
    private Round<K, V> current;

    /**
     * @param operation named in the fault when a call fails, such as {@code ecs:DescribeServices}
     */
    public Loader(Gathering gathering, String operation, Batches<K> batches, Batch<K, V> batch) {
        this.gathering = requireNonNull(gathering, "gathering");
        this.operation = requireNonNull(operation, "operation");
        this.batches = requireNonNull(batches, "batches");
        this.batch = requireNonNull(batch, "batch");
    }

    /** Blocks while the questions of other passes are gathered and asked. */
    @Override
    public Map<K, Answer<V>> load(Collection<K> keys) {
        Set<K> wanted = new LinkedHashSet<>(keys);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Round<K, V> round = gathering.gather(this, wanted);
        if (round.isLedHere()) {
            ask(round);
        }
        Map<K, Answer<V>> answers = answers(round);
        Map<K, Answer<V>> mine = new LinkedHashMap<>();
        wanted.forEach(key -> mine.put(key, answers.get(key)));
        return mine;
    }

    /** The round that still takes questions; called under the gathering's lock. */
    Round<K, V> round() {
        if (current == null || current.isSent()) {
            current = new Round<>();
        }
        return current;
    }

    private Map<K, Answer<V>> answers(Round<K, V> round) {
        try {
            return round.answers().join();
        } catch (CompletionException broken) {
            if (broken.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            if (broken.getCause() instanceof Error end) {
                throw end;
            }
            throw broken;
        }
    }

    private void ask(Round<K, V> round) {
        try {
            Map<K, Answer<V>> answers = new LinkedHashMap<>();
            batches.of(round.keys()).forEach(keys -> answers.putAll(ask(keys)));
            round.answers().complete(answers);
        } catch (RuntimeException | Error bug) {
            // Everyone who waits gets it: a bug of ours must not leave other passes waiting for ever.
            round.answers().completeExceptionally(bug);
        }
    }

    private Map<K, Answer<V>> ask(List<K> keys) {
        Map<K, Answer<V>> answers = new LinkedHashMap<>();
        try {
            Map<K, Answer<V>> told = Call.read(operation, () -> batch.load(keys));
            keys.forEach(key -> answers.put(key, told.getOrDefault(key, Answer.notFound())));
        } catch (AwsFailure failure) {
            if (keys.size() > 1 && isOneKeysFault(failure.fault())) {
                keys.forEach(key -> answers.putAll(ask(List.of(key))));
            } else {
                keys.forEach(key -> answers.put(key, refused(failure.fault())));
            }
        }
        return answers;
    }

    /** Many batch calls fail as a whole for one name that is wrong or missing. */
    private static boolean isOneKeysFault(Fault fault) {
        return fault.kind() == Fault.Kind.INVALID || fault.isNotFound();
    }

    private static <V> Answer<V> refused(Fault fault) {
        return fault.isNotFound() ? Answer.notFound() : Answer.failed(fault);
    }
}
