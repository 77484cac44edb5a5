/**
 * RDS DB instances (PostgreSQL) as AWS runs them: slow to create, refusing while busy, parking changes until the maintenance window,
 * and now and then changing something by themselves.
 *
 * <p>{@link io.holdfast.sandbox.rds.Setting} is the table to start from: what can be set, under which name in which call, and which
 * {@link io.holdfast.sandbox.rds.Work} a change of it takes. {@code Modification} accepts a change, {@code PendingChanges} keeps it
 * and {@code Progress} carries it out on the timeline.
 *
 * <p>Must not know ElastiCache, nor why a call was made. Scarcity (no capacity, quotas, throttling) is injected by the fault layer;
 * what AWS does unasked is told through {@link io.holdfast.sandbox.rds.RdsBackstage}.
 *
 * <p>Turned down: one class with forty fields and a branch per field in create, modify and describe. With the table a field is one
 * row, and what modifying it costs can be read next to its name.
 *
 * <p>Nothing is null unless its documentation says so.
 */
package io.holdfast.sandbox.rds;
