package io.holdfast.desired.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/**
 * The name of an entry of a tree. Git itself never writes some names, but a tree made by hand can hold any bytes.
 *
 * @param shown the name, with what cannot be seen spelled out
 * @param isTrap whether no git would have written it: it leads elsewhere, or into a repository's own files
 * @param objection why what is called so is not read, in a clause; absent when nothing is wrong with the name
 */
record EntryName(String shown, boolean isTrap, Optional<String> objection) {
    /** What file systems take. */
    private static final int LONGEST = 255;

    static EntryName of(byte[] raw) {
        Optional<String> trap = refusal(new ObjectChecker(), raw);
        if (trap.isPresent()) {
            return new EntryName(shown(raw), true, trap);
        }
        return new EntryName(shown(raw), false, weakness(raw));
    }

    private static Optional<String> weakness(byte[] raw) {
        if (raw.length > LONGEST) {
            return Optional.of("the name is longer than " + LONGEST + " bytes");
        }
        try {
            String name = UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
            if (!name.codePoints().allMatch(EntryName::isVisible) || name.indexOf('\\') >= 0) {
                return Optional.of("the name holds characters that cannot be seen, or backslashes");
            }
        } catch (CharacterCodingException broken) {
            return Optional.of("the name is not UTF-8");
        }
        return refusal(new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true), raw);
    }

    private static Optional<String> refusal(ObjectChecker checker, byte[] raw) {
        try {
            checker.checkPathSegment(raw, 0, raw.length);
            return contains(raw, '/') ? Optional.of("the name leads elsewhere") : Optional.empty();
        } catch (CorruptObjectException refused) {
            return Optional.of("the name leads elsewhere or is reserved");
        }
    }

    private static boolean contains(byte[] raw, char searched) {
        for (byte one : raw) {
            if (one == searched) {
                return true;
            }
        }
        return false;
    }

    private static String shown(byte[] raw) {
        String name = new String(raw, 0, Math.min(raw.length, LONGEST), UTF_8);
        String visible = name.codePoints()
                .mapToObj(it -> isVisible(it) ? Character.toString(it) : "<U+%04X>".formatted(it))
                .collect(Collectors.joining());
        return raw.length > LONGEST ? visible + "…" : visible;
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    boolean isYaml() {
        String lower = shown.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    boolean isHidden() {
        return shown.startsWith(".");
    }
}
