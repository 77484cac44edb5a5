package io.holdfast.app;

import io.holdfast.aws.Marks;
import io.holdfast.export.Exporter;
import java.time.Clock;

/** What is live becomes YAML: with every kind there is, as this installation. */
final class Exports {
    /** Where editors find the schema of the format: at this process, unless somebody serves it elsewhere. */
    private static final String SCHEMA = "http://localhost:8080/schema/environment-v1.json";

    private Exports() {}

    static Exporter of(HoldfastConfig config, Clock clock) {
        return new Exporter(Kinds.all(), SCHEMA, new Marks(config.owner())::name, clock);
    }
}
