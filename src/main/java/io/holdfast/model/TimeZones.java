package io.holdfast.model;

import java.time.ZoneId;
import java.util.Set;

/**
 * Time zones by their names in IANA's database, which is what AWS takes (Application Auto Scaling API Reference,
 * PutScheduledAction). Java reads offsets as well, and zones that only Java ever had.
 */
public final class TimeZones {
    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();
    private static final String ONLY_JAVA = "SystemV/";

    private TimeZones() {}

    /**
     * The zone of a name.
     *
     * @throws IllegalArgumentException for what is no such name
     */
    public static ZoneId named(String name) {
        if (!NAMES.contains(name) || name.startsWith(ONLY_JAVA)) {
            throw new IllegalArgumentException("no such time zone");
        }
        return ZoneId.of(name);
    }
}
