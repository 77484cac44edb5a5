package io.holdfast.desired.finding;

/** What sort of mistake a finding is about; stable, for machines. */
public enum Code {
    /** Not YAML, not text, or not one finished document. */
    YAML_SYNTAX(
            "The file is not YAML, not text, or not one finished document.",
            "Look at the line and the one above it: an indent, a bracket, a quote or a colon is most often the reason; "
                    + "after a merge, a conflict marker."),
    /** Larger, deeper or more than we read. */
    YAML_LIMIT(
            "The file is larger, deeper or longer than Holdfast reads.",
            "Split the environment into the files of a folder, or move what environments share into a file they extend."),
    /** YAML, but of the kind that hides what it says: anchors, aliases, merge keys, tags. */
    YAML_FORBIDDEN(
            "The file uses a part of YAML that hides what it says: anchors, aliases, merge keys or tags.",
            "Write the value out; what several environments share belongs in a file that they extend."),
    /** Said twice. */
    YAML_DUPLICATE(
            "The same key stands twice, so that one of the two would be lost without a word.", "Keep one of the two."),
    /** A key nobody knows. */
    SCHEMA_UNKNOWN(
            "A key that nothing reads, so that what stands under it would have no effect.",
            "Keys are AWS's own names in camelCase: look at what is allowed at this place, and at the indent, "
                    + "which says under which key it stands."),
    /** A value of another type, or none where one is needed. */
    SCHEMA_TYPE(
            "A value of another type than is needed, or none where one is needed.",
            "Versions and account ids are text and want quotes; numbers and true or false want none."),
    /** A value of the right type outside of what is allowed. */
    SCHEMA_RANGE(
            "A value of the right type that AWS would not take.", "Choose a value from what is allowed at this place."),
    /** Right value by value, wrong as a whole. */
    SEMANTIC(
            "Each value is right by itself, but they cannot be together.",
            "Change one of the values that are named; where two environments ask for the same resource, one must let go."),
    /** Names something that is not there, or leads in a circle. */
    REFERENCE(
            "A name leads to something that is not there, or in a circle.",
            "Declare what is named, correct the name, or write AWS's own name or ARN for what is not declared here."),
    /** Leads out of the folder. */
    PATH_ESCAPE(
            "A link or a path that leads out of the folder.",
            "Put the file itself where it is needed: what an environment asks for must stand in the folder that is "
                    + "reviewed."),
    /** The desired state as a whole cannot be read now. */
    SOURCE_UNAVAILABLE(
            "The files cannot be read, so that nothing can be said of what is in them.",
            "See that the folder or file is there, may be read, and is not being changed just now."),
    /** The repository, or a branch of it, cannot be had now, or holds what we have no use for: submodules, LFS. */
    GIT_UNAVAILABLE(
            "The repository, or a branch of it, cannot be had, or holds what Holdfast has no use for.",
            "See that it can be reached with the credentials that are configured, that the branch or commit is there, and "
                    + "that the environments are plain files: no submodule, no Git LFS."),
    /** What the repository gave is not whole. */
    GIT_CORRUPT(
            "What the repository gave is not whole.",
            "Run git fsck where the repository is kept; another fetch mends what was cut off on the way."),
    /** The branch does not go on from where it was. */
    GIT_HISTORY(
            "The branch does not go on from where it was: its history was rewritten.",
            "If that was meant, approve the new history; if not, put the branch back."),
    /** A commit is signed by nobody, or by somebody who is not trusted. */
    SIGNATURE(
            "A commit is signed by nobody, or by somebody who is not trusted.",
            "Sign it with a key that is pinned in the operator's configuration.");

    private final String meaning;
    private final String advice;

    Code(String meaning, String advice) {
        this.meaning = meaning;
        this.advice = advice;
    }

    /** Whether a commit of which this is said is not followed before a person has seen to it. */
    public boolean needsPerson() {
        return this == GIT_HISTORY || this == SIGNATURE;
    }

    /** What a finding of this sort says, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What its author can do about it. */
    public String advice() {
        return advice;
    }
}
