package io.holdfast.desired.yaml;

import static io.holdfast.desired.finding.Code.YAML_SYNTAX;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Location;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What other tools forgot to take out: merge conflicts and templates. Both can pass for YAML. */
final class Leftovers {
    private static final Pattern CONFLICT = Pattern.compile("^(<{7}|\\|{7}|={7}|>{7})( .*)?$");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{|\\{%");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

    /** The first line of what stands in git in place of a large file (git-lfs, Documentation, spec.md). */
    private static final String LARGE_FILE = "version https://git-lfs.github.com/spec/";

    private Leftovers() {}

    static boolean areNoneIn(String file, String text, Consumer<Finding> findings) {
        if (text.startsWith(LARGE_FILE)) {
            findings.accept(
                    Finding.of(YAML_SYNTAX, new Location(file, 1, 1), "", "a pointer of Git LFS, not the file itself")
                            .allowed("the file itself, committed without LFS"));
            return false;
        }
        boolean none = true;
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            none &= isClean(lines.get(line), new Location(file, line + 1, 1), findings);
        }
        return none;
    }

    private static boolean isClean(String line, Location at, Consumer<Finding> findings) {
        if (CONFLICT.matcher(line).matches()) {
            findings.accept(
                    Finding.of(YAML_SYNTAX, at, "", "unresolved merge conflict").found(line));
            return false;
        }
        Matcher template = TEMPLATE.matcher(COMMENT.matcher(line).replaceFirst(""));
        if (template.find()) {
            int column = line.codePointCount(0, template.start()) + 1;
            findings.accept(
                    Finding.of(YAML_SYNTAX, new Location(at.file(), at.line(), column), "", "unrendered template?")
                            .found(line.substring(template.start()))
                            .allowed("what the template makes; braces that are meant, as \"{\\x7B\" in double quotes"));
            return false;
        }
        return true;
    }
}
