package io.holdfast.cli;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long an answer is waited for. */
record Patience(Duration time) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,5})([smh])");

    /**
     * The answer, if it comes in time. Whoever is late is left behind: the process ends soon after, and a look changes
     * nothing that could be left half done.
     *
     * @throws OutOfTime when it does not
     */
    <T> T await(Supplier<T> answer) {
        FutureTask<T> task = new FutureTask<>(answer::get);
        Thread worker = new Thread(task, "answer");
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new OutOfTime("no answer within " + this + "; --timeout gives it longer", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswerable("interrupted", stopped);
        }
    }

    @Override
    public String toString() {
        return time.toSeconds() + " s";
    }

    /** As it is written: {@code 90s}, {@code 5m}, {@code 1h}. */
    static final class Reader implements ITypeConverter<Patience> {
        @Override
        public Patience convert(String text) {
            Matcher written = WRITTEN.matcher(text);
            if (!written.matches()) {
                throw new TypeConversionException("'" + text + "' is no length of time; allowed: such as 90s, 5m, 1h");
            }
            long number = Long.parseLong(written.group(1));
            return new Patience(
                    switch (written.group(2)) {
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        default -> Duration.ofHours(number);
                    });
        }
    }
}
