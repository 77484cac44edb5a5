package io.holdfast.model;

/** What AWS takes for a tag (Amazon ECS API Reference, Tag; Tagging AWS Resources and Tag Editor, limits), less what we need. */
public final class TagLimits {
    /** AWS takes 50, and three of them say whose a resource is: {@code holdfast:environment}, {@code :resource}, {@code :owner}. */
    public static final int MOST = 47;

    public static final String KEY =
            "(?![Aa][Ww][Ss]:|[Hh][Oo][Ll][Dd][Ff][Aa][Ss][Tt]:)[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}";

    public static final String KEY_MEANT =
            "1 to 128 letters, digits, blanks or _ . : / = + @ -, not beginning with aws: or holdfast:";

    public static final String VALUE = "[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{0,256}";

    public static final String VALUE_MEANT = "up to 256 letters, digits, blanks or _ . : / = + @ -";

    private TagLimits() {}
}
