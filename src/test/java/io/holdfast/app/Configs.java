package io.holdfast.app;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Configurations as a file would say them. */
final class Configs {
    private Configs() {}

    /** Over the sandbox, quick, on any free port. */
    static HoldfastConfig sandbox(String... keysAndValues) {
        Map<String, String> all = new HashMap<>(Map.of(
                "holdfast.sandbox.enabled", "true",
                "holdfast.sandbox.port", "0",
                "holdfast.sandbox.pace", "0.001",
                "holdfast.interval", "1s",
                "holdfast.underway-interval", "10ms",
                "holdfast.source.poll-interval", "1ms"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            all.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 1000))
                .addDiscoveredConverters()
                .withMapping(HoldfastConfig.class)
                .build()
                .getConfigMapping(HoldfastConfig.class);
    }
}
