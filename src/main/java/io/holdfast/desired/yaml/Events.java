package io.holdfast.desired.yaml;

import static io.holdfast.desired.finding.Code.YAML_LIMIT;
import static io.holdfast.desired.finding.Code.YAML_SYNTAX;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Discretion;
import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * What the parser says of a file, in its order, up to the first mistake of syntax or the first limit.
 *
 * @param text of the file
 * @param isWhole whether it came to the end
 */
record Events(String file, String text, List<Event> list, boolean isWhole) {
    /** The parser looks no further for the colon of a key (YAML 1.2, section 7.4.2). */
    private static final int COLON_WITHIN = 1024;

    /**
     * Asks the parser event by event, so that it stops at the limits: its work for each bracket grows with the number
     * of brackets around it.
     */
    static Events of(String file, String text, Limits limits, Consumer<Finding> findings) {
        ParserImpl parser = new ParserImpl(new StreamReader(text), new LoaderOptions());
        List<Event> list = new ArrayList<>();
        Tally tally = new Tally(limits);
        try {
            while (parser.peekEvent() != null) {
                Event event = parser.getEvent();
                Optional<Finding> excess = tally.excess(location(file, event.getStartMark()), event);
                if (excess.isPresent()) {
                    findings.accept(excess.get());
                    return new Events(file, text, list, false);
                }
                list.add(event);
            }
            return new Events(file, text, list, true);
        } catch (MarkedYAMLException broken) {
            findings.accept(syntax(file, text, broken));
            return new Events(file, text, list, false);
        }
    }

    private static Finding syntax(String file, String text, MarkedYAMLException broken) {
        Mark mark = mark(broken);
        String line = line(text, mark);
        boolean keyTooLong = broken.getProblem().contains("':'") && line.length() > COLON_WITHIN;
        Code code = keyTooLong ? YAML_LIMIT : YAML_SYNTAX;
        String message = keyTooLong ? "a key is too long, or has no colon" : message(broken, mark);
        Finding finding = Finding.of(code, location(file, mark), "", message).found(Discretion.shownLine(line));
        String words = broken.getProblem() + " " + broken.getContext();
        return Advice.on(words).filter(it -> !keyTooLong).map(finding::allowed).orElse(finding);
    }

    /**
     * Where it is mended: the parser was lost where something had no end, which it tells only lines later, or at the end of
     * all.
     */
    private static Mark mark(MarkedYAMLException broken) {
        Optional<Mark> context = Optional.ofNullable(broken.getContextMark());
        boolean endless = broken.getProblem().contains("end of stream")
                || broken.getProblem().contains("<stream end>")
                || "while scanning a simple key".equals(broken.getContext());
        return Optional.ofNullable(broken.getProblemMark())
                .filter(it -> !endless || context.isEmpty())
                .or(() -> context)
                .orElseThrow();
    }

    /** The parser's words, less its advice, and with what it was at where that begins in another line. */
    private static String message(MarkedYAMLException broken, Mark mark) {
        String problem = broken.getProblem().replaceFirst("\\.? \\(Do not use .*\\)$", "");
        if (broken.getContext() == null
                || broken.getContextMark() == null
                || broken.getContextMark().getLine() == broken.getProblemMark().getLine()) {
            return problem;
        }
        int begun = broken.getContextMark().getLine();
        return problem + " " + broken.getContext() + (begun == mark.getLine() ? "" : " from line " + (begun + 1));
    }

    /** No document, or one that holds nothing. */
    boolean isEmpty() {
        return list.stream()
                .filter(NodeEvent.class::isInstance)
                .findFirst()
                .map(first -> first instanceof ScalarEvent scalar
                        && scalar.isPlain()
                        && scalar.getValue().isEmpty())
                .orElse(true);
    }

    /** Where a second document begins; what the first one lacks may stand there. */
    Optional<Event> secondDocument() {
        return list.stream()
                .filter(DocumentStartEvent.class::isInstance)
                .skip(1)
                .findFirst();
    }

    /** What stands there, unless something else in its line may be a secret. */
    Optional<String> shown(Event event, String what) {
        return Discretion.shownLine(line(text, event.getStartMark())).map(line -> what);
    }

    private static String line(String text, Mark mark) {
        return text.lines().skip(mark.getLine()).findFirst().orElse("");
    }

    Location at(Event event) {
        return location(file, event.getStartMark());
    }

    private static Location location(String file, Mark mark) {
        return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
