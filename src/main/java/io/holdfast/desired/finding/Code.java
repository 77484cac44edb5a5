package io.holdfast.desired.finding;

/** What sort of mistake a finding is about; stable, for machines. */
public enum Code {
    /** Not YAML, not text, or not one finished document. */
    YAML_SYNTAX,
    /** Larger, deeper or more than we read. */
    YAML_LIMIT,
    /** YAML, but of the kind that hides what it says: anchors, aliases, merge keys, tags. */
    YAML_FORBIDDEN,
    /** Said twice. */
    YAML_DUPLICATE,
    /** A key nobody knows. */
    SCHEMA_UNKNOWN,
    /** A value of another type, or none where one is needed. */
    SCHEMA_TYPE,
    /** A value of the right type outside of what is allowed. */
    SCHEMA_RANGE,
    /** Right value by value, wrong as a whole. */
    SEMANTIC,
    /** Names something that is not there, or leads in a circle. */
    REFERENCE,
    /** Leads out of the folder. */
    PATH_ESCAPE,
    /** The desired state as a whole cannot be read now. */
    SOURCE_UNAVAILABLE,
    /** The repository, or a branch of it, cannot be had now, or holds what we have no use for: submodules, LFS. */
    GIT_UNAVAILABLE,
    /** What the repository gave is not whole. */
    GIT_CORRUPT,
    /** The branch does not go on from where it was. */
    GIT_HISTORY,
    /** A commit is signed by nobody, or by somebody who is not trusted. */
    SIGNATURE
}
