package io.holdfast.kind.ecsservice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a service and others call each other by name. Limits: Amazon ECS API Reference, ServiceConnectConfiguration.
 *
 * @param enabled whether at all; only this takes it away again
 * @param namespace its ARN: a name cannot be compared with the ARN that AWS may answer
 * @param services what it offers; order means nothing
 * @param logConfiguration where the proxy's output goes
 * @param accessLogConfiguration what the proxy writes of each request
 */
public record ServiceConnect(
        boolean enabled,
        Optional<@Pattern(regexp = "arn:.+", message = "the ARN of a Cloud Map namespace") String> namespace,
        Optional<List<Offer>> services,
        Optional<Logs> logConfiguration,
        Optional<AccessLogs> accessLogConfiguration) {

    /**
     * A port others can call.
     *
     * @param portName the name of a port mapping
     * @param discoveryName in the namespace; the port's name when absent
     */
    public record Offer(
            String portName,
            Optional<String> discoveryName,
            Optional<List<Alias>> clientAliases,
            Optional<@Min(1) @Max(65_535) Integer> ingressPortOverride,
            Optional<Timeout> timeout,
            Optional<Tls> tls) {}

    /** Under which name and port others call it. */
    public record Alias(
            @Min(1) @Max(65_535) int port, Optional<String> dnsName, Optional<TestTraffic> testTrafficRules) {}

    /** Which requests are tests, during a blue/green deployment. */
    public record TestTraffic(Header header) {}

    /** A header that marks a test. */
    public record Header(String name, Optional<Exact> value) {}

    /** The one value that counts. */
    public record Exact(String exact) {}

    /** Seconds; 0 is no limit. */
    public record Timeout(Optional<Integer> idleTimeoutSeconds, Optional<Integer> perRequestTimeoutSeconds) {}

    /** Encryption between the proxies. */
    public record Tls(Authority issuerCertificateAuthority, Optional<String> kmsKey, Optional<String> roleArn) {}

    /** Who signs the certificates. */
    public record Authority(Optional<String> awsPcaAuthorityArn) {}

    /** Where the proxy's output goes. */
    public record Logs(String logDriver, Optional<Map<String, String>> options) {}

    /** What the proxy writes of each request. */
    public record AccessLogs(String format, Optional<String> includeQueryParameters) {}
}
