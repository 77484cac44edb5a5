/**
 * The vocabulary of Holdfast: small pure values, and the interfaces a kind of resource implements.
 *
 * <p>Every other room speaks these words and depends on this one; this one depends on {@code java.*} alone, so that
 * what a drift or a plan <em>is</em> can be read, tested and replayed without AWS, YAML, a clock or a database.
 *
 * <p>One record per kind serves as desired and as live state alike. The alternative, a separate model for each side
 * with a mapping between them, was turned down: every field would be written three times, and the mapping is where
 * noise in other tools' drift comes from.
 *
 * <p>Nothing here is ever {@code null}: what may be missing is an {@link java.util.Optional}, an empty collection or
 * a case of a sealed type.
 */
package io.holdfast.model;
