package io.holdfast.desired.git;

import java.util.Optional;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.ProgressMonitor;

/** Stops a fetch when its allowance is used up, and remembers that this is why. */
final class Watch implements ProgressMonitor {
    private final Allowance allowance;
    private OverLimit over;

    Watch(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Why the fetch was stopped; empty when it was not. */
    synchronized Optional<OverLimit> stoppedBecause() {
        return Optional.ofNullable(over);
    }

    @Override
    public void start(int tasks) {}

    @Override
    public void beginTask(String title, int work) {
        if (title.equals(JGitText.get().receivingObjects)) {
            ask(() -> allowance.checkObjects(work));
        }
    }

    @Override
    public void update(int done) {}

    @Override
    public void endTask() {}

    @Override
    public boolean isCancelled() {
        ask(allowance::check);
        return stoppedBecause().isPresent();
    }

    @Override
    public void showDuration(boolean enabled) {}

    private synchronized void ask(Question question) {
        try {
            question.ask();
        } catch (OverLimit used) {
            over = over == null ? used : over;
        }
    }

    @FunctionalInterface
    private interface Question {
        void ask() throws OverLimit;
    }
}
