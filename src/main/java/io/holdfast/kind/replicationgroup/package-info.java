/**
 * ElastiCache replication groups, Redis OSS and Valkey: shards, replicas, what runs on them and who may reach them.
 *
 * <p>Two APIs tell of a group, and a field may be pending in either; most changes take minutes, may come true in a
 * maintenance window, and may be undone by AWS without any failed call. So a change is believed when a look reads it
 * back, and what AWS says about why it did not happen is read from the group's events.
 *
 * <p>ElastiCache takes one change at a time. A plan therefore names the first step only; the others follow in later
 * passes. Some wishes are two steps by themselves (cluster mode, encryption in transit): the stage between is a
 * {@link io.holdfast.kind.replicationgroup.Waypoint}, and reaching it is no reason to call the change undone.
 *
 * <p>Fields are spelled as a look shows them ({@code automaticFailover: enabled}), not as calls take them
 * ({@code AutomaticFailoverEnabled: true}): what a person sees in AWS is what a person writes. Auth tokens have no field
 * at all, because one in YAML is a secret in git; access is declared by user groups.
 */
package io.holdfast.kind.replicationgroup;
