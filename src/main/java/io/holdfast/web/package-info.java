/**
 * What Holdfast shows over HTTP, and the one thing it can be asked there: to look again soon.
 *
 * <p>It reads the {@link io.holdfast.report.StatusBoard} and the ledger and never AWS, so that a hundred readers cost no
 * call; and it decides nothing. Whoever may open the port can read the reports and ask for a pass, which the passes'
 * own guardrails judge like any other.
 *
 * <p>Errors are RFC 9457 problems, every answer to a GET carries an ETag, and a query parameter nobody knows is refused:
 * a filter that is silently ignored shows the wrong thing.
 */
package io.holdfast.web;
