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
 * @param enabled whether at all; only {@code false} takes it away again
 * @param namespace the Cloud Map namespace, by name or by ARN: AWS answers with what it was told, so that to change
 *     from one to the other is a change. Left out, AWS takes the cluster's
 * @param services the ports others can call; order means nothing. Leave it out for a service that only calls others
 * @param logConfiguration where the output of the proxy beside each task goes
 * @param accessLogConfiguration what that proxy writes of each request
 */
public record ServiceConnect(
        boolean enabled,
        Optional<@Pattern(regexp = "\\S{1,1024}", message = "a name or an ARN, without blanks") String> namespace,
        Optional<List<Offer>> services,
        Optional<Logs> logConfiguration,
        Optional<AccessLogs> accessLogConfiguration) {

    /**
     * A port others can call.
     *
     * @param portName the name of one of the task's port mappings
     * @param discoveryName what it is called in the namespace; left out, AWS takes the port's name
     * @param clientAliases names and ports under which it is called; AWS takes one at most
     * @param ingressPortOverride the port the proxy listens on; left out, AWS chooses in {@code bridge} mode and
     *     takes the container's in {@code awsvpc}
     * @param timeout when the proxy gives up
     * @param tls encryption between the proxies
     */
    public record Offer(
            String portName,
            Optional<String> discoveryName,
            Optional<List<Alias>> clientAliases,
            Optional<@Min(1) @Max(65_535) Integer> ingressPortOverride,
            Optional<Timeout> timeout,
            Optional<Tls> tls) {}

    /**
     * A name and port under which others call it.
     *
     * @param port what others call
     * @param dnsName the name others call; left out, AWS takes {@code discoveryName.namespace}
     * @param testTrafficRules which requests go to the new revision before the switch of a blue/green deployment
     */
    public record Alias(
            @Min(1) @Max(65_535) int port, Optional<String> dnsName, Optional<TestTraffic> testTrafficRules) {}

    /**
     * Which requests are tests, during a blue/green deployment.
     *
     * @param header the header that marks them
     */
    public record TestTraffic(Header header) {}

    /**
     * A header that marks a test.
     *
     * @param name of the header, such as {@code X-Test}
     * @param value which value of it; left out, any
     */
    public record Header(String name, Optional<Exact> value) {}

    /**
     * The one value that counts.
     *
     * @param exact the value, letter by letter
     */
    public record Exact(String exact) {}

    /**
     * When the proxy gives up.
     *
     * @param idleTimeoutSeconds seconds without a byte; 0 is no limit. Left out, AWS takes 300 for HTTP and 3600 for
     *     TCP
     * @param perRequestTimeoutSeconds seconds for the answer to a request; 0 is no limit. Not for TCP. Left out, AWS
     *     takes 15
     */
    public record Timeout(Optional<Integer> idleTimeoutSeconds, Optional<Integer> perRequestTimeoutSeconds) {}

    /**
     * Encryption between the proxies.
     *
     * @param issuerCertificateAuthority who signs the certificates
     * @param kmsKey the key that encrypts the certificates' private keys: id, ARN or alias; left out, AWS keeps a key
     *     for it
     * @param roleArn as whom ECS asks for certificates
     */
    public record Tls(Authority issuerCertificateAuthority, Optional<String> kmsKey, Optional<String> roleArn) {}

    /**
     * Who signs the certificates.
     *
     * @param awsPcaAuthorityArn the authority in AWS Private CA
     */
    public record Authority(Optional<String> awsPcaAuthorityArn) {}

    /**
     * Where the proxy's output goes.
     *
     * @param logDriver such as {@code awslogs}
     * @param options of the driver, by name
     */
    public record Logs(String logDriver, Optional<Map<String, String>> options) {}

    /**
     * What the proxy writes of each request.
     *
     * @param format {@code TEXT} or {@code JSON}
     * @param includeQueryParameters {@code ENABLED} writes them too, with whatever they hold; left out, AWS takes
     *     {@code DISABLED}
     */
    public record AccessLogs(String format, Optional<String> includeQueryParameters) {}
}
