/**
 * ECS task definitions: what one task of a service is made of.
 *
 * <p>A revision never changes, so a difference costs a new revision, and a new revision alone changes nothing: the
 * service has to be pointed at it. Live is therefore the revision that the service's primary deployment runs, not the
 * latest of the family, which somebody else may have registered. Knows services only by that.
 *
 * <p>AWS's lists of named things (containers, environment, secrets, volumes) are maps here: AWS returns them in any
 * order, and what is compared by name should be written by name. Keeping the lists was turned down: their order is the
 * oldest source of endless new revisions in other tools.
 */
package io.holdfast.kind.ecstaskdefinition;
