package io.holdfast.app;

import io.holdfast.model.WriteGate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The gate of this process: open until somebody closes it, and never opened again. */
final class Gate implements WriteGate {
    private final AtomicReference<String> reason = new AtomicReference<>();

    void close(String because) {
        reason.compareAndSet(null, because);
    }

    @Override
    public Optional<String> closedBecause() {
        return Optional.ofNullable(reason.get());
    }
}
