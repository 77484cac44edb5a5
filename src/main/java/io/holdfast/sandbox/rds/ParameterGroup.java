package io.holdfast.sandbox.rds;

/**
 * A DB parameter group. The sandbox keeps no parameters, only which group belongs to which family.
 *
 * @param name lower case, as AWS stores it
 * @param family such as {@code postgres15}
 * @param description the text given at its creation
 */
record ParameterGroup(String name, String family, String description) {

    private static final String DEFAULT = "default.";

    /** The group AWS keeps for a family; it needs no creation. */
    static ParameterGroup defaultOf(String family) {
        return new ParameterGroup(DEFAULT + family, family, "Default parameter group for " + family);
    }

    boolean isDefault() {
        return name.startsWith(DEFAULT);
    }
}
