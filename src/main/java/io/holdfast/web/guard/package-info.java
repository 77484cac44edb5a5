/**
 * Who is asking over HTTP, and what a method says it takes.
 *
 * <p>A request proves who sends it in one of two ways, by a token of our own or by one of an identity provider; both end
 * in a {@link io.holdfast.access.Visitor}, and nothing behind this room can tell them apart. A token that is wrong ends
 * here as well: as a visitor who is not believed, not as an exception, so that there is one place that answers 401.
 *
 * <p>The framework's own roles and policies were turned down: they know no environment. Its checking of signatures,
 * audiences and key rotation was not: that is taken as it is.
 */
package io.holdfast.web.guard;
