/**
 * Environments nobody thought of, for laws that hold for all of them: made of the records of the kinds by chance, put right
 * by what the reader says of them, and spoiled again.
 *
 * <p>Chance comes in as a seeded random; a test that fails says the seed.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.random;
