/**
 * The ledger: what can be derived neither from git nor from AWS, and so must be written down. Last applied values,
 * times since which something differs, intents, attempts, expectations, rejections, conditions, events, and the
 * sources of the last desired state that loaded.
 *
 * <p>It knows the words of {@code io.holdfast.model} and SQL, and nothing of AWS, YAML or the web. Who decides what is
 * worth remembering lives elsewhere; here a value that was kept comes back equal, or {@link
 * io.holdfast.ledger.LedgerUnavailable} is thrown. Losing the ledger is safe, so an unreadable one is never repaired by
 * guessing.
 *
 * <p>Plain JDBC over two databases with one set of scripts: an embedded H2 file, or PostgreSQL when several replicas
 * share a ledger; the URL given at start decides. The framework's own data source was turned down, because it fixes
 * the kind of database when the program is built and refuses to start without it, where we want to stay up, say so in
 * readiness and recover; an object-relational mapper, because five small tables need none.
 */
package io.holdfast.ledger;
