package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.Setting.CA_CERTIFICATE;
import static io.holdfast.sandbox.rds.Setting.NETWORK_TYPE;
import static io.holdfast.sandbox.rds.Setting.PORT;
import static io.holdfast.sandbox.rds.Setting.SECURITY_GROUPS;
import static io.holdfast.sandbox.rds.Setting.SUBNET_GROUP;

import io.holdfast.sandbox.datastore.Values;
import java.util.Set;

/** Where an instance listens and who may reach it. */
final class NetworkRules {

    static final Set<String> CERTIFICATES = Set.of("rds-ca-ecc384-g1", "rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1");

    /** The lowest and highest port (API Reference, CreateDBInstance, Port). */
    private static final int LOWEST_PORT = 1_150;

    private static final int HIGHEST_PORT = 65_535;

    private NetworkRules() {}

    static void check(Databases databases, Values<Setting> next) {
        databases.subnetGroup(next.text(SUBNET_GROUP));
        int port = next.number(PORT);
        if (port < LOWEST_PORT || port > HIGHEST_PORT) {
            throw Refusal.value(
                    "Invalid port: " + port + ". Must be between " + LOWEST_PORT + " and " + HIGHEST_PORT + ".");
        }
        next.texts(SECURITY_GROUPS).stream()
                .filter(id -> !id.startsWith("sg-"))
                .findFirst()
                .ifPresent(id -> {
                    throw Refusal.value("Invalid security group , groupId= " + id + ", groupName=.");
                });
        if (!Set.of("IPV4", "DUAL").contains(next.text(NETWORK_TYPE))) {
            throw Refusal.value("Invalid network type: " + next.text(NETWORK_TYPE));
        }
        if (!CERTIFICATES.contains(next.text(CA_CERTIFICATE))) {
            throw Refusal.notFound("CertificateNotFound", "Certificate not found: " + next.text(CA_CERTIFICATE));
        }
    }
}
