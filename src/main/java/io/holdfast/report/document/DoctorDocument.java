package io.holdfast.report.document;

import java.util.List;

/**
 * What keeps Holdfast from working, and what to do about it.
 *
 * @param schema {@link #SCHEMA}
 * @param findings what was looked at, one by one, that is well or not
 */
public record DoctorDocument(String schema, List<Finding> findings) {
    public static final String SCHEMA = "holdfast.doctor/v1";

    /**
     * One thing that was looked at.
     *
     * @param level {@code OK}, {@code WARN}, {@code NG}, or {@code SKIP} for what was not looked at
     * @param subject of what: {@code source}, {@code ledger}, {@code network}, or the name of an environment
     * @param found what was found, for people
     * @param remedy what to do about it; empty where nothing is
     */
    public record Finding(String level, String subject, String found, String remedy) {}
}
