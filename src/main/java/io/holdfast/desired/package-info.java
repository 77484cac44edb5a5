/**
 * The git-synced folder becomes {@link io.holdfast.model.DesiredState}; what does not load stays on its last good
 * state, with findings that name file and line.
 *
 * <p>The rooms inside are the way of a file: {@code folder} reads bytes, {@code yaml} makes trees, {@code extend} puts
 * trees together, {@code slot} finds what each kind declares and {@code bind} makes its record; {@code finding} is
 * what all of them have to say. This room puts them in order and knows nothing of AWS, the ledger or the loop.
 *
 * <p>One environment is loaded at a time and each answer is a value, so that a broken one delays no other. Watching
 * the folder for events was turned down: a pass starts from what is true now, and reading the folder costs milliseconds.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired;
