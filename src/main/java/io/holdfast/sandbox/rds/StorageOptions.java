package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.DefaultNetwork;
import io.holdfast.sandbox.datastore.Page;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.XmlList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** {@code DescribeOrderableDBInstanceOptions} and {@code DescribeValidDBInstanceModifications}: which storage goes with what. */
final class StorageOptions {

    /** MaxRecords reaches further here than elsewhere (API Reference, DescribeOrderableDBInstanceOptions). */
    private static final int LARGEST_PAGE = 1_000;

    private static final double FEWEST_IOPS_PER_GIB = 0.5;
    private static final int ZONES = 3;

    private StorageOptions() {}

    static Map<String, Object> orderable(Databases databases, Input input) {
        var found = new TreeMap<String, Map<String, Object>>();
        if (input.required("Engine").equals(PostgresVersions.ENGINE)) {
            for (var version : versions(input)) {
                InstanceClasses.all().stream()
                        .filter(name ->
                                input.string("DBInstanceClass").orElse(name).equals(name))
                        .forEach(name -> Arrays.stream(StorageType.values())
                                .forEach(type -> found.put(
                                        name + version.text() + type, option(databases, version, name, type))));
            }
        }
        var page = Page.of(found, input, LARGEST_PAGE);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Marker", page.marker());
        answer.put("OrderableDBInstanceOptions", new XmlList("OrderableDBInstanceOption", page.items()));
        return answer;
    }

    static Map<String, Object> validModifications(Databases databases, Input input) {
        var instance = databases.instance(input.required("DBInstanceIdentifier"));
        if (!Status.isServing(instance.status())) {
            throw Refusal.state("Database instance " + instance.id() + " is not in available state.");
        }
        int size = instance.live().number(Setting.ALLOCATED_STORAGE);
        var options = Arrays.stream(StorageType.values())
                .map(type -> valid(type, size))
                .toList();
        return Map.of(
                "ValidDBInstanceModificationsMessage", Map.of("Storage", new XmlList("ValidStorageOptions", options)));
    }

    private static List<PostgresVersion> versions(Input input) {
        var asked = input.string("EngineVersion").orElse("");
        return PostgresVersions.all().stream()
                .filter(version -> asked.isEmpty() || version.text().equals(asked))
                .toList();
    }

    private static Map<String, Object> option(
            Databases databases, PostgresVersion version, String name, StorageType type) {
        var option = new LinkedHashMap<String, Object>();
        option.put("Engine", PostgresVersions.ENGINE);
        option.put("EngineVersion", version.text());
        option.put("DBInstanceClass", name);
        option.put("LicenseModel", "postgresql-license");
        option.put("AvailabilityZones", zones(databases));
        option.put("MultiAZCapable", true);
        option.put("ReadReplicaCapable", true);
        option.put("Vpc", true);
        option.put("SupportsStorageEncryption", true);
        option.put("StorageType", type.text());
        option.put("SupportsIops", type.mostIops() > 0);
        option.put("SupportsStorageThroughput", type == StorageType.GP3);
        option.put("SupportsEnhancedMonitoring", true);
        option.put("SupportsIAMDatabaseAuthentication", true);
        option.put("SupportsPerformanceInsights", true);
        option.put("MinStorageSize", type.smallest());
        option.put("MaxStorageSize", type.largest());
        if (type.mostIops() > 0) {
            option.put("MinIopsPerDbInstance", type.fewestIops());
            option.put("MaxIopsPerDbInstance", type.mostIops());
            option.put("MinIopsPerGib", FEWEST_IOPS_PER_GIB);
            option.put("MaxIopsPerGib", (double) type.mostIopsPerGib());
        }
        option.put("SupportsStorageAutoscaling", type != StorageType.STANDARD);
        return option;
    }

    /** A volume only grows, so the range begins at what it has. */
    private static Map<String, Object> valid(StorageType type, int size) {
        var option = new LinkedHashMap<String, Object>();
        option.put("StorageType", type.text());
        option.put("StorageSize", ranges("Range", Math.max(size, type.smallest()), type.largest()));
        if (type.mostIops() > 0) {
            option.put("ProvisionedIops", ranges("Range", type.fewestIops(), type.mostIops()));
            option.put(
                    "IopsToStorageRatio", ranges("DoubleRange", FEWEST_IOPS_PER_GIB, (double) type.mostIopsPerGib()));
        }
        option.put("SupportsStorageAutoscaling", type != StorageType.STANDARD);
        return option;
    }

    private static XmlList ranges(String item, Number from, Number to) {
        return new XmlList(item, List.of(Map.of("From", from, "To", to)));
    }

    private static XmlList zones(Databases databases) {
        var region = databases.world().region();
        return new XmlList(
                "AvailabilityZone",
                IntStream.range(0, ZONES)
                        .mapToObj(number -> Map.of("Name", DefaultNetwork.zone(region, number)))
                        .toList());
    }
}
