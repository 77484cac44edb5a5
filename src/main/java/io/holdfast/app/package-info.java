/**
 * Main, configuration and wiring: the only room that knows all the others, and the only one that knows whether AWS is
 * real.
 *
 * <p>{@link io.holdfast.app.Engine} puts the loop together in plain Java, from configuration alone, so that tests and the
 * command line start the very same loop without a container; the container's beans only hand its parts on. Wiring by
 * annotations throughout was turned down: the order of starting and stopping is the part that must be read.
 */
package io.holdfast.app;
