package io.holdfast.report;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the log is told meanwhile: a line for each record, and the name of what was thrown behind it. */
public final class Heard extends Handler implements AutoCloseable {
    private static final Logger OURS = Logger.getLogger("io.holdfast");

    private static final Formatter SENTENCE = new PatternFormatter("%p %s");

    private final List<String> lines = new ArrayList<>();

    private Heard() {}

    public static Heard from() {
        Heard heard = new Heard();
        OURS.addHandler(heard);
        return heard;
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized void publish(LogRecord line) {
        String thrown = line.getThrown() == null ? "" : " " + line.getThrown();
        lines.add(SENTENCE.format(ExtLogRecord.wrap(line)) + thrown);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        OURS.removeHandler(this);
    }
}
