package io.holdfast.report.text;

import io.holdfast.report.document.LineDocument;
import io.holdfast.report.document.PauseDocument;
import io.holdfast.report.document.ResumedDocument;
import io.holdfast.report.document.StandstillDocument;

/** Who holds what, for a terminal. */
public final class StandstillText {
    private StandstillText() {}

    public static String of(StandstillDocument now) {
        String who = Plain.line(now.environment());
        StringBuilder text = new StringBuilder();
        now.paused().ifPresent(it -> text.append(who).append(" is paused").append(by(it)));
        now.lineStopped().ifPresent(it -> text.append("the line is stopped").append(by(it)));
        return text.isEmpty() ? who + " goes on\n" : text.toString();
    }

    public static String of(LineDocument now) {
        return now.stopped().map(it -> "the line is stopped" + by(it)).orElse("the line goes on\n");
    }

    /** What is enforced again. */
    public static String of(ResumedDocument resumed) {
        StringBuilder text = new StringBuilder();
        resumed.fields()
                .forEach(it -> text.append(Plain.line(resumed.resource()))
                        .append(it.isEmpty() ? "" : "/" + Plain.line(it))
                        .append(" is enforced again\n"));
        return text.toString();
    }

    private static String by(PauseDocument pause) {
        return " by " + Plain.line(pause.actor()) + " since " + Plain.time(pause.since())
                + pause.until().map(it -> " until " + Plain.time(it)).orElse("") + ": " + Plain.line(pause.reason())
                + "\n";
    }
}
