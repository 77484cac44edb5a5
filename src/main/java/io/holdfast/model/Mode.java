package io.holdfast.model;

/** How far Holdfast may go in an environment. */
public enum Mode {
    /** Look and report. */
    OBSERVE,
    /** Look, report and plan; every change waits. */
    PROPOSE,
    /** Act inside the guardrails. */
    ENFORCE;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As the YAML writes it. */
    @Override
    public String toString() {
        return word();
    }
}
