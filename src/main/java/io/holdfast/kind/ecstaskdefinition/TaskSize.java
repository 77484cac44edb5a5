package io.holdfast.kind.ecstaskdefinition;

import io.holdfast.aws.BrokenPromise;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a task in the spellings AWS takes: {@code 1024} or {@code 1 vCPU}, {@code 2048} or {@code 2 GB}. */
final class TaskSize {
    private static final BigDecimal PER_WORD = BigDecimal.valueOf(1024);
    private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(vcpu|gb)?");

    private TaskSize() {}

    static int cpuUnits(String cpu) {
        return size(cpu);
    }

    static int mebibytes(String memory) {
        return size(memory);
    }

    private static int size(String text) {
        Matcher size = FORM.matcher(text.toLowerCase(Locale.ROOT).strip());
        if (!size.matches()) {
            throw new BrokenPromise("task size we can read");
        }
        BigDecimal number = new BigDecimal(size.group(1));
        return (size.group(2) == null ? number : number.multiply(PER_WORD)).intValueExact();
    }
}
