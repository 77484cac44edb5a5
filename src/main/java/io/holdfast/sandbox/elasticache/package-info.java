/**
 * ElastiCache replication groups (Redis OSS and Valkey) and their member cache clusters as AWS runs them: one change at a time, half of
 * the settings to be read only from a member, and now and then a scaling that is undone without an error.
 *
 * <p>{@link io.holdfast.sandbox.elasticache.Setting} is the table to start from. {@code Modification}, {@code ReplicaCount} and {@code
 * Resharding} each turn a call into one {@code Change}, {@code Changes} carries it out on the timeline.
 *
 * <p>Must not know RDS, nor why a call was made. Scarcity is injected by the fault layer; what AWS does unasked is told through {@link
 * io.holdfast.sandbox.elasticache.ElastiCacheBackstage}.
 *
 * <p>Turned down: cache clusters as objects of their own. Everything a member shows but its zone, role and status belongs to the group, so
 * a second copy could only disagree with it.
 *
 * <p>Nothing is null unless its documentation says so.
 */
package io.holdfast.sandbox.elasticache;
