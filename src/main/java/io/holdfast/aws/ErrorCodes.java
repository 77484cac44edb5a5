package io.holdfast.aws;

import static java.util.Map.entry;

import io.holdfast.model.Fault;
import io.holdfast.model.Fault.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * AWS's error codes and what follows from them. The same error is called {@code DBInstanceNotFound} on the wire of RDS,
 * {@code ReplicationGroupNotFoundFault} on ElastiCache's and {@code ServiceNotFoundException} on ECS's, so codes are
 * looked up without these suffixes.
 */
final class ErrorCodes {
    private static final List<String> SUFFIXES = List.of("Exception", "Fault", "Error");

    private static final Map<String, Kind> EXACT = Map.ofEntries(
            entry("Throttling", Kind.THROTTLED),
            entry("Throttled", Kind.THROTTLED),
            entry("RequestLimitExceeded", Kind.THROTTLED),
            entry("RequestThrottled", Kind.THROTTLED),
            entry("TooManyRequests", Kind.THROTTLED),
            entry("EC2Throttled", Kind.THROTTLED),
            entry("SlowDown", Kind.THROTTLED),
            entry("Rate exceeded", Kind.THROTTLED),
            entry("UpdateInProgress", Kind.BUSY),
            entry("ConcurrentUpdate", Kind.BUSY),
            entry("ConcurrentModification", Kind.BUSY),
            entry("OperationAborted", Kind.BUSY),
            entry("Conflict", Kind.BUSY),
            entry("PriorRequestNotComplete", Kind.BUSY),
            entry("ResourceInUse", Kind.BUSY),
            entry("HealthCheckVersionMismatch", Kind.BUSY),
            entry("PreconditionFailed", Kind.BUSY),
            entry("DBUpgradeDependencyFailure", Kind.BUSY),
            entry("FailedResourceAccess", Kind.PROPAGATION),
            // Application Auto Scaling says this of a scalable target or service registered a moment ago.
            entry("ObjectNotFound", Kind.PROPAGATION),
            entry("ServiceNotActive", Kind.NOT_FOUND),
            entry("NoSuchEntity", Kind.NOT_FOUND),
            entry("ResourceExists", Kind.EXISTS),
            entry("ExpiredToken", Kind.CREDENTIALS),
            entry("InvalidClientTokenId", Kind.CREDENTIALS),
            entry("UnrecognizedClient", Kind.CREDENTIALS),
            entry("InvalidAccessKeyId", Kind.CREDENTIALS),
            entry("InvalidSecurityToken", Kind.CREDENTIALS),
            entry("MissingAuthenticationToken", Kind.CREDENTIALS),
            entry("IncompleteSignature", Kind.CREDENTIALS),
            // The same two codes answer a wrong clock; the SDK tells by the server's Date, and is asked first.
            entry("InvalidSignature", Kind.CREDENTIALS),
            entry("SignatureDoesNotMatch", Kind.CREDENTIALS),
            entry("RequestTimeTooSkewed", Kind.CLOCK_SKEW),
            entry("RequestExpired", Kind.CLOCK_SKEW),
            entry("RequestInTheFuture", Kind.CLOCK_SKEW),
            entry("AccessDenied", Kind.DENIED),
            entry("Unauthorized", Kind.DENIED),
            entry("UnauthorizedOperation", Kind.DENIED),
            entry("NotAuthorized", Kind.DENIED),
            entry("AuthFailure", Kind.DENIED),
            entry("OptInRequired", Kind.DENIED),
            entry("InternalFailure", Kind.TRANSIENT),
            entry("Internal", Kind.TRANSIENT),
            entry("InternalService", Kind.TRANSIENT),
            entry("InternalServer", Kind.TRANSIENT),
            entry("Server", Kind.TRANSIENT),
            entry("ServiceUnavailable", Kind.TRANSIENT),
            entry("RequestTimeout", Kind.TRANSIENT),
            // A paging token went stale because the list changed under us: the next listing starts afresh.
            entry("InvalidNextToken", Kind.TRANSIENT),
            entry("PaginationTokenExpired", Kind.TRANSIENT));

    /** Families of codes, first match wins; asked after the exact ones. */
    private static final List<Map.Entry<Predicate<String>, Kind>> FAMILIES = List.of(
            entry(code -> code.endsWith("NotFound"), Kind.NOT_FOUND),
            entry(code -> code.endsWith("AlreadyExists") || code.startsWith("Duplicate"), Kind.EXISTS),
            entry(code -> code.contains("Quota") && code.endsWith("Exceeded"), Kind.QUOTA),
            entry(code -> code.endsWith("LimitExceeded") || code.startsWith("TooMany"), Kind.QUOTA),
            entry(code -> code.startsWith("Invalid") && code.endsWith("State"), Kind.BUSY),
            entry(code -> code.startsWith("ClusterContains"), Kind.BUSY),
            // No machine of that class is free just now: a matter of time, and of backing off.
            entry(code -> code.startsWith("Insufficient") && code.endsWith("Capacity"), Kind.TRANSIENT));

    private ErrorCodes() {}

    /** What a code means; empty for one we do not know. */
    static Optional<Kind> kind(String code) {
        String bare = bare(code);
        return Optional.ofNullable(EXACT.get(bare))
                .or(() -> FAMILIES.stream()
                        .filter(family -> family.getKey().test(bare))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** Whether AWS could not delete a thing because there is none; here what may only be new counts as gone too. */
    static boolean saysGone(Fault fault) {
        return fault.isNotFound() || bare(fault.code()).equals("ObjectNotFound");
    }

    private static String bare(String code) {
        return SUFFIXES.stream()
                .filter(code::endsWith)
                .findFirst()
                .map(suffix -> code.substring(0, code.length() - suffix.length()))
                .orElse(code);
    }
}
