package io.holdfast.desired.yaml;

import static io.holdfast.desired.finding.Code.YAML_SYNTAX;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Location;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The bytes of a file become characters that may stand in YAML; the parser itself would lose the position. */
final class Text {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Text() {}

    static Optional<String> decode(String file, byte[] bytes, Consumer<Finding> findings) {
        if (isUtf16(bytes)) {
            findings.accept(Finding.of(YAML_SYNTAX, new Location(file, 1, 1), "", "the file is UTF-16")
                    .allowed("UTF-8"));
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        var result = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            findings.accept(Finding.of(YAML_SYNTAX, end(file, text), "", "a byte that is not UTF-8")
                    .found("0x%02X".formatted(bytes[in.position()]))
                    .allowed("UTF-8"));
            return Optional.empty();
        }
        String unmarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return isPrintable(file, unmarked, findings) ? Optional.of(unmarked) : Optional.empty();
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    /** Each line with a control character is a finding of its own. */
    private static boolean isPrintable(String file, String text, Consumer<Finding> findings) {
        boolean clean = true;
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            String content = lines.get(line);
            int bad = firstControl(content);
            if (bad < content.length()) {
                clean = false;
                int column = content.codePointCount(0, bad) + 1;
                findings.accept(Finding.of(YAML_SYNTAX, new Location(file, line + 1, column), "", "a control character")
                        .found("U+%04X".formatted((int) content.charAt(bad))));
            }
        }
        return clean;
    }

    private static int firstControl(String line) {
        int index = 0;
        while (index < line.length() && !isControl(line.charAt(index))) {
            index++;
        }
        return index;
    }

    private static boolean isControl(char c) {
        return c != '\t' && (Character.isISOControl(c) || c == BYTE_ORDER_MARK || c == '\uFFFE' || c == '\uFFFF');
    }

    private static Location end(String file, String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        int start = text.lastIndexOf('\n') + 1;
        return new Location(file, line, text.codePointCount(start, text.length()) + 1);
    }
}
