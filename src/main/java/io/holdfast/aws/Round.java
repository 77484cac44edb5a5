package io.holdfast.aws;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One gathering of questions to one loader. Its state changes under the lock of its {@link Gathering}. */
final class Round<K, V> {
    private final Set<K> keys = new LinkedHashSet<>();
    private final CompletableFuture<Map<K, Answer<V>>> answers = new CompletableFuture<>();
    private final Thread leader = Thread.currentThread();
    private int waiters;
    private boolean sent;

    /** Adds a waiter's keys; true for the first waiter, which will do the asking for all. */
    boolean join(Iterable<K> more) {
        more.forEach(keys::add);
        return ++waiters == 1;
    }

    int waiters() {
        return waiters;
    }

    boolean isSent() {
        return sent;
    }

    void send() {
        sent = true;
    }

    boolean isLedHere() {
        return leader == Thread.currentThread();
    }

    Set<K> keys() {
        return keys;
    }

    CompletableFuture<Map<K, Answer<V>>> answers() {
        return answers;
    }
}
