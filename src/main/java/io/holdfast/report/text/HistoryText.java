package io.holdfast.report.text;

import io.holdfast.report.document.EventDocument;
import java.util.List;

/** What was done and said, for a terminal. */
public final class HistoryText {
    private HistoryText() {}

    /**
     * One line each, in the order given.
     *
     * @param isFleet whether each has to say of which environment it is
     */
    public static String of(List<EventDocument> events, boolean isFleet) {
        if (events.isEmpty()) {
            return "nothing was done or said\n";
        }
        Columns columns = new Columns("");
        for (EventDocument event : events) {
            String about = event.resource().orElse(isFleet ? event.environment() : "");
            columns.row(
                    Plain.time(event.at()),
                    Plain.line(event.actor().map(it -> it.name()).orElse("holdfast")),
                    Plain.line(event.reason()),
                    Plain.line(about.equals("*") ? "the fleet" : about),
                    Plain.line(event.message()));
        }
        return columns.text();
    }
}
