package io.holdfast.contract;

import io.holdfast.estate.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What contracts expect to find: subnets, security groups, and groups of subnets. moto takes only subnets and security
 * groups it has, under names of its own, so that those in a contract are replaced.
 */
final class MotoNetwork {
    private static final String GROUP = "rupaya-private";
    private static final Pattern SUBNET = Pattern.compile("<subnetId>(subnet-[0-9a-f]+)</subnetId>");
    private static final Pattern SECURITY_GROUP = Pattern.compile("<groupId>(sg-[0-9a-f]+)</groupId>");
    private static final List<String> SECURITY_GROUPS = List.of("sg-1", "sg-2");

    private final URI endpoint;

    private MotoNetwork(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Lays it; answers what the names in contracts are called here. */
    static Map<String, String> lay(Place place) {
        MotoNetwork network = new MotoNetwork(place.endpoint());
        List<String> subnets = network.ask(SUBNET, "DescribeSubnets");
        try (Hand hand = new Hand(place)) {
            hand.does(
                    "rds:CreateDBSubnetGroup",
                    Map.of("dbSubnetGroupName", GROUP, "dbSubnetGroupDescription", GROUP, "subnetIds", subnets));
            hand.does(
                    "elasticache:CreateCacheSubnetGroup",
                    Map.of("cacheSubnetGroupName", GROUP, "cacheSubnetGroupDescription", GROUP, "subnetIds", subnets));
        }
        Map<String, String> names = new LinkedHashMap<>();
        subnets.forEach(it -> names.put("subnet-" + (names.size() + 1), it));
        SECURITY_GROUPS.forEach(it -> names.put(it, network.securityGroup(it)));
        return names;
    }

    private String securityGroup(String name) {
        return ask(SECURITY_GROUP, "CreateSecurityGroup&GroupName=" + name + "&GroupDescription=" + name)
                .get(0);
    }

    /** By hand: no kind needs the SDK's client for EC2. moto routes by the signature's scope and checks nothing of it. */
    private List<String> ask(Pattern answer, String action) {
        try {
            var connection = (HttpURLConnection) endpoint.toURL().openConnection();
            connection.setRequestProperty(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0");
            connection.setDoOutput(true);
            String form = "Version=2016-11-15&Action=" + action;
            connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
            String text = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.matcher(text)
                    .results()
                    .map(it -> it.group(1))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
