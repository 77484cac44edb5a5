package io.holdfast.desired.yaml;

/**
 * How much we read: generous for people, tight for accidents and attacks.
 *
 * @param bytes of one file, checked before it is parsed
 * @param nodes values and keys of one file
 * @param depth of maps and lists inside each other
 * @param keyLength characters of a key
 */
public record Limits(int bytes, int nodes, int depth, int keyLength) {
    /** The estate of a large team is a few thousand lines; a hundred times that is a mistake. */
    public static final Limits DEFAULT = new Limits(256 * 1024, 15_000, 32, 256);
}
