package io.holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.report.text.Paint;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command's answer goes, and whether in colour. */
final class Printing {
    private final BooleanSupplier terminal;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the answer there instead of showing it.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = {"--colour", "--color"},
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "Colours in text: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}: on a terminal, unless NO_COLOR is set).")
    private Colour colour = Colour.auto;

    /** @param terminal whether a person reads along who wants colours */
    Printing(BooleanSupplier terminal) {
        this.terminal = terminal;
    }

    /** How the answer is painted. */
    Paint paint() {
        return painted(file.isEmpty() && terminal.getAsBoolean());
    }

    /** The answer. */
    void print(String answer) {
        if (file.isEmpty()) {
            spec.commandLine().getOut().print(answer);
            return;
        }
        try {
            Files.write(file.get(), answer.getBytes(UTF_8));
        } catch (IOException refused) {
            throw new Unanswerable("cannot write " + file.get() + ": " + reason(refused), refused);
        }
    }

    private static String reason(IOException refused) {
        return refused instanceof NoSuchFileException
                ? "its folder is not there"
                : refused instanceof AccessDeniedException ? "it may not be written" : refused.toString();
    }

    /** How what is said beside the answer is painted. */
    Paint notePaint() {
        return painted(terminal.getAsBoolean());
    }

    /** Says something beside the answer, so that who reads the answer by program is not disturbed. */
    void note(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(text);
        err.flush();
    }

    private Paint painted(boolean read) {
        return colour.isOn(read) ? Paint.ANSI : Paint.PLAIN;
    }
}
