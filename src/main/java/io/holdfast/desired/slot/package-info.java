/**
 * The sections of an environment become declared resources: each kind reads what stands in its slot.
 *
 * <p>Knows kinds only by what {@link io.holdfast.model.Kind} says of them: where they are declared and which record
 * they are. One resource may stand inside the declaration of another, such as a service's scaling; its keys are then
 * taken out before the outer one is bound.
 *
 * <p>One class per section with a hand-written mapping was turned down: a new kind would have to be known here, and
 * each section would forget another one of the checks.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.slot;
