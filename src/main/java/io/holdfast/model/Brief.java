package io.holdfast.model;

/** Long lists of names, for people. Programs are told the whole list. */
public final class Brief {
    /** More is not read to its end in a terminal. */
    private static final int SHOWN = 120;

    private Brief() {}

    /** As many of the names as one looks through who knows what is meant; they have commas between them. */
    public static String names(String names) {
        int end = names.length() <= SHOWN ? -1 : names.lastIndexOf(", ", SHOWN);
        return end < 0 ? names : names.substring(0, end) + ", …";
    }
}
