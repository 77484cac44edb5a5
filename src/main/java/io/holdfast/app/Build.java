package io.holdfast.app;

import java.util.Optional;

/** Which build this is. */
final class Build {
    private Build() {}

    /** As the jar's manifest has it; {@code development} where there is no jar. */
    static String version() {
        return Optional.ofNullable(Build.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
