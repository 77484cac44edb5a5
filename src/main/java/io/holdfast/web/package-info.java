/**
 * What Holdfast shows over HTTP, and what it can be asked there: to look again soon, to hold still, to go ahead.
 *
 * <p>It reads the {@link io.holdfast.report.StatusBoard} and the ledger and never AWS, so that a hundred readers cost no
 * call, but for an export, which takes a role and its turn, and the doctor; and it decides nothing. What somebody may read and ask for is
 * decided in {@link io.holdfast.access}; every resource method says what it takes, and one that says nothing is closed.
 * What is asked for is judged by the passes' own guardrails like any other change.
 *
 * <p>Errors are RFC 9457 problems, every answer to a GET carries an ETag, and a query parameter nobody knows is refused:
 * a filter that is silently ignored shows the wrong thing.
 */
package io.holdfast.web;
