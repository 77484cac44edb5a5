package io.holdfast.reference;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.util.diff.DiffUtils;

/**
 * A file that is made from the code and checked in. With {@code -Dregenerate} it is written; without, it is held
 * against what would be written.
 */
final class CheckedIn {
    private static final String REGENERATE = "regenerate";

    private static final int CONTEXT = 3;
    private static final int SHOWN = 80;

    private CheckedIn() {}

    static void isCurrent(Path file, String made, Class<?> test) throws IOException {
        if (System.getProperty(REGENERATE) != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        String found = Files.exists(file) ? Files.readString(file) : "";
        if (!found.equals(made)) {
            fail(String.format(
                    "%s is no longer what the code makes of it. Make it anew with%n%n    mvn -q test -Dtest=%s -D%s%n%n"
                            + "look at the difference, and commit it together with what caused it:%n%n%s",
                    file, test.getSimpleName(), REGENERATE, difference(found, made)));
        }
    }

    /** As {@code diff -u} shows it, and not without end. */
    private static String difference(String found, String made) {
        List<String> before = found.lines().toList();
        List<String> after = made.lines().toList();
        List<String> lines =
                DiffUtils.generateUnifiedDiff("checked in", "made now", before, DiffUtils.diff(before, after), CONTEXT);
        String shown = lines.stream().limit(SHOWN).map(it -> it + "\n").collect(Collectors.joining());
        return lines.size() <= SHOWN ? shown : shown + "… and " + (lines.size() - SHOWN) + " lines more\n";
    }
}
