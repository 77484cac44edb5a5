/**
 * ECS clusters: where services run, which capacity they may take, and what is recorded of them.
 *
 * <p>Knows nothing of the services inside. A cluster's name is its key, and creating one that exists succeeds without
 * applying anything, so success here never counts as ownership: the tags seen by the next look do.
 *
 * <p>The settings list of the API is one field here, {@code containerInsights}, because it has no other member; a list
 * of name and value pairs was turned down as three lines of YAML for one word.
 */
package io.holdfast.kind.ecscluster;
