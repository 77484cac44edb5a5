package io.holdfast.desired.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Slips of the hand, of a tool and of a merge: a text becomes nearly the same text. */
public enum Mutation {
    LINE_GONE {
        @Override
        void strike(List<String> lines, int at, Random random) {
            lines.remove(at);
        }
    },
    LINE_TWICE {
        @Override
        void strike(List<String> lines, int at, Random random) {
            lines.add(random.nextInt(lines.size() + 1), lines.get(at));
        }
    },
    LINES_SWAPPED {
        @Override
        void strike(List<String> lines, int at, Random random) {
            Collections.swap(lines, at, Math.min(at + 1 + random.nextInt(2), lines.size() - 1));
        }
    },
    LINE_MOVED {
        @Override
        void strike(List<String> lines, int at, Random random) {
            String line = lines.remove(at);
            lines.add(random.nextInt(lines.size() + 1), line);
        }
    },
    INDENTED {
        @Override
        void strike(List<String> lines, int at, Random random) {
            lines.set(at, " ".repeat(1 + random.nextInt(2)) + lines.get(at));
        }
    },
    OUTDENTED {
        @Override
        void strike(List<String> lines, int at, Random random) {
            lines.set(at, lines.get(at).replaceFirst("^ {1,2}", ""));
        }
    },
    BLOCK_INDENTED {
        @Override
        void strike(List<String> lines, int at, Random random) {
            IntStream.range(at, Math.min(at + 2 + random.nextInt(6), lines.size()))
                    .forEach(line -> lines.set(line, "  " + lines.get(line)));
        }
    },
    CUT_OFF {
        @Override
        void strike(List<String> lines, int at, Random random) {
            String line = lines.get(at);
            lines.subList(at + 1, lines.size()).clear();
            lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
        }
    },
    REMARK {
        @Override
        void strike(List<String> lines, int at, Random random) {
            lines.set(at, lines.get(at) + (random.nextBoolean() ? " # a remark" : "#remark"));
        }
    },
    COMMENTED_OUT {
        @Override
        void strike(List<String> lines, int at, Random random) {
            lines.set(at, "#" + lines.get(at));
        }
    },
    BLANKS {
        @Override
        void strike(List<String> lines, int at, Random random) {
            if (random.nextBoolean()) {
                lines.add(at, " ".repeat(random.nextInt(3)));
            } else {
                lines.set(at, lines.get(at) + "  ");
            }
        }
    },
    LETTER_GONE {
        @Override
        String strike(String line, Random random) {
            int at = random.nextInt(Math.max(1, line.length()));
            return line.isEmpty() ? line : line.substring(0, at) + line.substring(at + 1);
        }
    },
    LETTERS_SWAPPED {
        @Override
        String strike(String line, Random random) {
            int at = random.nextInt(Math.max(1, line.length() - 1));
            return line.length() < 2
                    ? line
                    : line.substring(0, at) + line.charAt(at + 1) + line.charAt(at) + line.substring(at + 2);
        }
    },
    LETTER_ADDED {
        private static final String LETTERS = "aZ09-_:#'\"[]{},.&*!|>?%@`~ \t<=";

        @Override
        String strike(String line, Random random) {
            int at = random.nextInt(line.length() + 1);
            return line.substring(0, at) + LETTERS.charAt(random.nextInt(LETTERS.length())) + line.substring(at);
        }
    },
    STRANGER_ADDED {
        private static final List<String> STRANGERS = List.of(
                "\u200B",
                "\u202E",
                "\uFEFF",
                "\u00A0",
                "\u0430",
                "\u0000",
                "\u0007",
                "\u2028",
                "\u0085",
                "\uD83D\uDE80",
                "\u00E9",
                "\uFF1A",
                "\u201C");

        @Override
        String strike(String line, Random random) {
            int at = random.nextInt(line.length() + 1);
            return line.substring(0, at) + STRANGERS.get(random.nextInt(STRANGERS.size())) + line.substring(at);
        }
    },
    CASE_CHANGED {
        @Override
        String strike(String line, Random random) {
            return replaced(
                    line,
                    WORD,
                    random,
                    word -> word.equals(word.toLowerCase(Locale.ROOT)) || random.nextBoolean()
                            ? word.toUpperCase(Locale.ROOT)
                            : word.toLowerCase(Locale.ROOT));
        }
    },
    KEY_MISSPELT {
        @Override
        String strike(String line, Random random) {
            return replaced(line, KEY, random, key -> {
                int at = random.nextInt(key.length());
                return random.nextBoolean() ? key.substring(0, at) + key.substring(at + 1) : key + key.charAt(at);
            });
        }
    },
    VALUE_OF_ANOTHER_SORT {
        private static final List<String> OTHERS = List.of(
                "7",
                "-1",
                "1.5",
                "true",
                "no",
                "null",
                "~",
                "\"\"",
                "text",
                "[]",
                "[a]",
                "{}",
                "{a: b}",
                "2026-01-01",
                "0x1F",
                "99999999999",
                "\"7\"",
                "\"true\"",
                ".inf",
                "''",
                "|");

        @Override
        String strike(String line, Random random) {
            return replaced(line, VALUE, random, value -> OTHERS.get(random.nextInt(OTHERS.size())));
        }
    },
    QUOTES_CHANGED {
        @Override
        String strike(String line, Random random) {
            return line.indexOf('"') >= 0
                    ? line.replace("\"", random.nextBoolean() ? "" : "'")
                    : replaced(line, VALUE, random, value -> "\"" + value + "\"");
        }
    },
    WORDS_EXCHANGED {
        @Override
        void strike(List<String> lines, int at, Random random) {
            String other = lines.get(random.nextInt(lines.size()));
            Matcher value = VALUE.matcher(other);
            if (value.find()) {
                lines.set(at, replaced(lines.get(at), VALUE, random, mine -> value.group()));
            }
        }
    };

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z-]+(?=:)");
    private static final Pattern VALUE = Pattern.compile("(?<=: )[^{\\[|].*$|(?<=: )[^{\\[|,}]+(?=[,}])");

    /** Changes a line of several. */
    void strike(List<String> lines, int at, Random random) {
        lines.set(at, strike(lines.get(at), random));
    }

    /** Changes a line by itself. */
    String strike(String line, Random random) {
        return line;
    }

    /** A text with this slip in one place of it. */
    public String of(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        strike(lines, random.nextInt(lines.size()), random);
        return String.join("\n", lines);
    }

    /** What replaces one match of many. */
    private interface Replacing {
        String of(String match);
    }

    private static String replaced(String line, Pattern pattern, Random random, Replacing replacing) {
        Matcher matcher = pattern.matcher(line);
        int all = (int) matcher.results().count();
        if (all == 0) {
            return line;
        }
        int chosen = random.nextInt(all);
        matcher.reset();
        IntStream.rangeClosed(0, chosen).forEach(i -> matcher.find());
        return line.substring(0, matcher.start()) + replacing.of(matcher.group()) + line.substring(matcher.end());
    }
}
