package io.holdfast.report;

import static io.holdfast.model.Widgets.ACCOUNT;
import static io.holdfast.model.Widgets.NOON;
import static io.holdfast.model.Widgets.desired;
import static io.holdfast.model.Widgets.live;

import io.holdfast.drift.DriftDetector;
import io.holdfast.model.DesiredState;
import io.holdfast.model.DriftReport;
import io.holdfast.model.LiveState;
import io.holdfast.model.Memory;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Standing;
import io.holdfast.model.Widget;
import io.holdfast.plan.Planner;
import io.holdfast.plan.Situation;
import java.time.Instant;
import java.util.Optional;

/** Plans to be shown, made by the real detector and planner. */
public final class Plans {
    public static final Instant LATER = NOON.plusSeconds(120);

    private Plans() {}

    public static Plan of(DesiredState desired, LiveState live) {
        return of(desired, live, Memory.empty());
    }

    /** Somebody changed a live widget two minutes ago, and this is the second look since. */
    public static Plan drifted(Widget declared, Widget found) {
        Memory agreed = memory(DriftDetector.detect(desired(declared), live(declared), Memory.empty(), NOON));
        Memory noticed = memory(DriftDetector.detect(desired(declared), live(found), agreed, NOON));
        LiveState now =
                new LiveState(LATER, live(found).resources(), live(found).undeclared());
        return of(desired(declared), now, noticed);
    }

    private static Plan of(DesiredState desired, LiveState live, Memory memory) {
        DriftReport report = DriftDetector.detect(desired, live, memory, LATER);
        return Planner.plan(new Situation(report, Optional.of(ACCOUNT), Standing.none(), LATER));
    }

    private static Memory memory(DriftReport report) {
        return new Memory(report.resources().stream().map(ResourceDrift::memory).toList());
    }
}
