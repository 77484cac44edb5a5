package io.holdfast.sandbox.wire;

import java.util.regex.Pattern;

/**
 * What the SigV4 {@code Authorization} header says about a request. The signature itself is not checked: there is no secret.
 *
 * @param accessKey the access key id
 * @param region the region of the credential scope
 * @param service the signing name, such as {@code ecs}, {@code monitoring}, {@code application-autoscaling}
 */
public record Signature(String accessKey, String region, String service) {

    private static final Pattern SCOPE =
            Pattern.compile("Credential=([^/,\\s]+)/\\d{8}/([^/,\\s]+)/([^/,\\s]+)/aws4_request");

    private static final int FORBIDDEN = 403;

    /** Reads the header; a request without a credential scope is refused as AWS refuses it. */
    public static Signature of(String authorization) {
        var scope = SCOPE.matcher(authorization);
        if (!scope.find()) {
            throw new AwsError(FORBIDDEN, "MissingAuthenticationToken", "Request is missing Authentication Token");
        }
        return new Signature(scope.group(1), scope.group(2), scope.group(3));
    }
}
