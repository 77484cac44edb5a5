/**
 * What RDS and ElastiCache have in common: maintenance and backup windows, marker paging, tags, and the event log.
 *
 * <p>Knows neither service; both speak these things in the same words on the wire. Turned down: one common model of "a managed data
 * store" with two dialects. The two services agree on these habits and on little else, and every rule would have needed an exception.
 *
 * <p>Nothing is null unless its documentation says so.
 */
package io.holdfast.sandbox.datastore;
