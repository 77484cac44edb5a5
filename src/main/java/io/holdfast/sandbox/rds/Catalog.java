package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code DescribeDBEngineVersions}: what is offered and where each version can go. */
final class Catalog {

    private Catalog() {}

    static Map<String, Object> engineVersions(Databases databases, Input input) {
        var found = new TreeMap<String, PostgresVersion>();
        PostgresVersions.all().stream()
                .filter(version -> isAskedFor(version, input))
                .forEach(version -> found.put("%03d.%03d".formatted(version.major(), version.minor()), version));
        var page = Page.of(found, input);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put(
                "DBEngineVersions",
                new XmlList(
                        "DBEngineVersion",
                        page.items().stream().map(Catalog::answer).toList()));
        return answer;
    }

    private static boolean isAskedFor(PostgresVersion version, Input input) {
        var asked = input.string("EngineVersion").orElse("");
        boolean major = asked.equals(Integer.toString(version.major()));
        return input.string("Engine").orElse(PostgresVersions.ENGINE).equals(PostgresVersions.ENGINE)
                && (asked.isEmpty() || major || asked.equals(version.text()))
                && input.string("DBParameterGroupFamily")
                        .orElse(version.family())
                        .equals(version.family())
                && (!input.bool("DefaultOnly").orElse(false) || isDefault(version, asked));
    }

    /** The default of the major asked for; without one, the default of the newest. */
    private static boolean isDefault(PostgresVersion version, String asked) {
        return asked.isEmpty()
                ? PostgresVersions.resolve("").filter(version::equals).isPresent()
                : PostgresVersions.isDefault(version);
    }

    private static Map<String, Object> answer(PostgresVersion version) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Engine", PostgresVersions.ENGINE);
        answer.put("MajorEngineVersion", Integer.toString(version.major()));
        answer.put("EngineVersion", version.text());
        answer.put("DBParameterGroupFamily", version.family());
        answer.put("DBEngineDescription", "PostgreSQL");
        answer.put("DBEngineVersionDescription", "PostgreSQL " + version.text());
        answer.put(
                "ValidUpgradeTarget",
                new XmlList(
                        "UpgradeTarget",
                        PostgresVersions.upgradeTargets(version).stream()
                                .map(target -> upgradeTarget(version, target))
                                .toList()));
        answer.put(
                "ExportableLogTypes",
                MonitoringRules.LOG_TYPES.stream().sorted().toList());
        answer.put("SupportsLogExportsToCloudwatchLogs", true);
        answer.put("SupportsReadReplica", true);
        answer.put("Status", Status.AVAILABLE);
        answer.put(
                "SupportedCACertificateIdentifiers",
                NetworkRules.CERTIFICATES.stream().sorted().toList());
        return answer;
    }

    private static Map<String, Object> upgradeTarget(PostgresVersion from, PostgresVersion to) {
        return Map.of(
                "Engine",
                PostgresVersions.ENGINE,
                "EngineVersion",
                to.text(),
                "Description",
                "PostgreSQL " + to.text(),
                "AutoUpgrade",
                from.isSameMajor(to) && PostgresVersions.isDefault(to),
                "IsMajorVersionUpgrade",
                !from.isSameMajor(to));
    }
}
