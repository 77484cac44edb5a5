/**
 * ECS: clusters, task definitions, services and their rollouts over time.
 *
 * <p>An operation lives in the file of its concern ({@code Clusters}, {@code TaskDefinitions}, {@code Services}, ...), what is
 * remembered lives in {@code Cluster}, {@code EcsService}, {@code Deployment}, {@code Task}, and what happens by itself lives in
 * {@code TaskScheduler} and {@code Rollout}. What AWS fills in when a member is left out stands in tables of {@code Defaults}.
 *
 * <p>Tasks are made of time only. A task whose image tag contains {@code broken} never starts, which is how a bad release is
 * rehearsed.
 *
 * <p>Turned down: keeping typed records of every AWS shape. The sandbox hands back what it was sent with AWS's defaults added; a
 * tree of members does that for members nobody here has heard of, too.
 */
package io.holdfast.sandbox.ecs;
