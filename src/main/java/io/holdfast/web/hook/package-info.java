/**
 * {@code POST /hooks/git}: whoever keeps the repository says that there is something new in it.
 *
 * <p>Whatever comes here is a stranger's until its signature is right, and even then it only ever means "please fetch":
 * what is in force is decided by what the source finds, not by what a delivery says. So a delivery sent again, or late, or
 * by somebody who has caught one, does no harm; and where there is doubt whether it concerns us, we fetch.
 *
 * <p>The door is a handler of the HTTP server and no resource method: a body that comes drop by drop would hold one of the
 * threads on which resource methods run, and who sends it is proved by the body, not by a token. Behind it,
 * {@link io.holdfast.web.hook.Doorbell} is a function from a delivery to an outcome that can be tried without a server.
 */
package io.holdfast.web.hook;
