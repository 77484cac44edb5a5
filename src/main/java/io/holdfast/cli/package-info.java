/**
 * The command line: reads what a person types, prints what the house knows, and says how things are by its exit code.
 *
 * <p>It decides nothing and cannot change AWS: the {@link io.holdfast.cli.Lookout} it is given has its write gate closed.
 * None of it needs the container, so that {@code validate} answers in less than a second, in a commit hook too.
 */
package io.holdfast.cli;
