/**
 * RDS DB instances running PostgreSQL.
 *
 * <p>Knows nothing of who connects to them, and no secret: RDS keeps the master password itself, so that none ever
 * stands in YAML, in a request or in a report.
 *
 * <p>RDS does most things later: now or in the maintenance window, one disruptive thing after the other, and storage at
 * most every six hours. So a change is a short series of calls over several passes, and what RDS has accepted and not
 * done yet is told as an excuse of the field, not laid over the live state. The alternative, comparing with a live state
 * in which pending values already stand, was turned down: a report would then show what nobody can see in the console,
 * and could not tell somebody else's parked change from a finished one.
 */
package io.holdfast.kind.rdsinstance;
