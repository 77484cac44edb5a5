package io.holdfast.reconcile;

import io.holdfast.model.AwsTarget;
import io.holdfast.model.Cloud;
import io.holdfast.model.DesiredState;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * Starts passes: every environment when it is due, at once when its revision changes or a person asks, one at a time per
 * environment. It is told the time by being ticked, and never waits.
 */
public final class Reconciler {
    private final Source source;
    private final Reader reader;
    private final Clouds clouds;
    private final Pass pass;
    private final Reporter reporter;
    private final StatusBoard board;
    private final Rhythm rhythm;
    private final Executor executor;
    private final Clock clock;
    private final Map<String, Course> courses = new TreeMap<>();
    private Optional<String> trouble = Optional.of("the source has not been read yet");
    private boolean stopped;

    /**
     * A loop that has read nothing yet.
     *
     * @param readers runs readings of the source, one at a time
     * @param executor runs passes
     */
    public Reconciler(
            Source source,
            Clouds clouds,
            Pass pass,
            Reporter reporter,
            StatusBoard board,
            Rhythm rhythm,
            Executor readers,
            Executor executor,
            Clock clock) {
        this.source = source;
        this.reader = new Reader(source, this::take, rhythm.poll(), readers, clock);
        this.clouds = clouds;
        this.pass = pass;
        this.reporter = reporter;
        this.board = board;
        this.rhythm = rhythm;
        this.executor = executor;
        this.clock = clock;
    }

    /** Has the source read when that is due, and starts every pass that is. Meant to be called about once a second. */
    public synchronized void tick() {
        if (stopped) {
            return;
        }
        Instant now = clock.instant();
        reader.tick();
        reader.silence().ifPresent(why -> courses.values().forEach(it -> it.hold(why, now)));
        start(due(now));
    }

    /**
     * Asks for a pass as soon as possible on what the source says by then, past failures forgiven; false for an environment
     * that is not known.
     */
    public synchronized boolean request(String environment) {
        Course course = courses.get(environment);
        if (course == null) {
            return false;
        }
        course.asked(clock.instant());
        news();
        return true;
    }

    /**
     * People have said something of an environment: a pass hears them soon. Past failures are not forgiven by that. False for
     * an environment that is not known.
     */
    public synchronized boolean hurry(String environment) {
        Optional<Course> course = Optional.ofNullable(courses.get(environment));
        course.ifPresent(it -> it.hurry(clock.instant()));
        return course.isPresent();
    }

    /** Somebody outside says that the source has something new; it only ever means: look soon. */
    public void wake() {
        source.wake();
        reader.want();
    }

    /** The source has something new. It is read at once, and the passes that makes due begin. */
    public void news() {
        reader.want();
        tick();
    }

    /** Starts nothing any more. Passes that run end by themselves, sending nothing, once the write gate is closed. */
    public synchronized void stop() {
        stopped = true;
    }

    /** Whether any pass runs at this moment. */
    public synchronized boolean isBusy() {
        return courses.values().stream().anyMatch(Course::isRunning);
    }

    /** Why the source could not be read, last time it was tried, or cannot be now; empty when it could. */
    public synchronized Optional<String> trouble() {
        return reader.silence().or(() -> trouble);
    }

    private synchronized void take(Source.Reading reading, boolean isLatest) {
        follow(reading);
        if (isLatest) {
            courses.values().forEach(Course::informed);
        }
        tick();
    }

    private void follow(Source.Reading reading) {
        trouble = reading.trouble();
        Set<String> gone = new HashSet<>(courses.keySet());
        for (Loaded loaded : reading.environments()) {
            gone.remove(loaded.environment());
            courses.computeIfAbsent(loaded.environment(), it -> new Course()).follow(loaded, clock.instant());
        }
        gone.forEach(environment -> trouble.ifPresentOrElse(
                why -> courses.get(environment).hold(why, clock.instant()), () -> dismiss(environment)));
    }

    /** An environment whose file is gone is no longer looked after; nothing of it is touched. */
    private void dismiss(String environment) {
        courses.remove(environment);
        board.remove(environment);
    }

    /** Neighbours in one account and region that are nearly due come along, because they share their calls. */
    private List<Course> due(Instant now) {
        Set<AwsTarget> places = new HashSet<>();
        courses.values().stream()
                .filter(it -> it.isDue(now))
                .forEach(it -> it.place().ifPresent(places::add));
        List<Course> due = new ArrayList<>();
        for (Course course : courses.values()) {
            boolean comesAlong =
                    course.place().filter(places::contains).isPresent() && course.isDue(now, rhythm.neighbourly());
            if (course.isDue(now) || comesAlong) {
                due.add(course);
            }
        }
        return due;
    }

    /** All are announced before the first begins, so that they can ask AWS together. */
    private void start(List<Course> due) {
        List<Runnable> passes = due.stream().map(this::begin).toList();
        passes.forEach(executor::execute);
    }

    private Runnable begin(Course course) {
        Loaded loaded = course.begin();
        boolean asked = course.takeAsked();
        Optional<DesiredState> inForce = loaded.inForce();
        if (inForce.isEmpty()) {
            return () -> end(course, reporter.nothingInForce(loaded.environment(), loaded.flaws()));
        }
        DesiredState desired = inForce.orElseThrow();
        try {
            Cloud cloud = clouds.of(desired.aws());
            Cloud.Look announced = cloud.look();
            return () -> end(course, guarded(desired, loaded, cloud, announced, asked));
        } catch (RuntimeException noWay) {
            // Without a way to AWS there is no pass; the status says why, and the next one tries again.
            return () -> end(course, reporter.broken(desired, loaded.flaws(), noWay));
        }
    }

    private EnvironmentStatus guarded(
            DesiredState desired, Loaded loaded, Cloud cloud, Cloud.Look announced, boolean asked) {
        try {
            return pass.run(desired, loaded.flaws(), cloud, announced, asked);
        } catch (RuntimeException broken) {
            // One environment's broken pass must not stop the others; its status and an event say what happened.
            return reporter.broken(desired, loaded.flaws(), broken);
        }
    }

    private synchronized void end(Course course, EnvironmentStatus status) {
        Instant next = rhythm.next(status, clock.instant());
        course.end(next);
        if (courses.containsKey(status.environment())) {
            board.post(status.nextAt(next));
        }
    }
}
