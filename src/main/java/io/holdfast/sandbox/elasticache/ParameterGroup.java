package io.holdfast.sandbox.elasticache;

import java.util.Optional;

/**
 * A cache parameter group. The sandbox keeps no parameters; of AWS's own groups the name tells whether they switch cluster mode on.
 *
 * @param name lower case, as AWS stores it
 * @param family such as {@code redis7}
 * @param description the text given at its creation
 * @param clusterEnabled what the group says of cluster mode; empty for a group of the user's own, which is taken to fit
 */
record ParameterGroup(String name, String family, String description, Optional<Boolean> clusterEnabled) {

    private static final String DEFAULT = "default.";
    private static final String CLUSTER_ON = ".cluster.on";

    /** The group AWS keeps for a family, one with cluster mode and one without. */
    static ParameterGroup defaultOf(String family, boolean clusterEnabled) {
        return new ParameterGroup(
                DEFAULT + family + (clusterEnabled ? CLUSTER_ON : ""),
                family,
                "Default parameter group for " + family + (clusterEnabled ? " with cluster mode on" : ""),
                Optional.of(clusterEnabled));
    }

    boolean isDefault() {
        return name.startsWith(DEFAULT);
    }
}
