package io.holdfast.sandbox.rds;

import java.time.Instant;

/**
 * A minor version AWS has announced for the maintenance window.
 *
 * @param version the version it leads to
 * @param at when the window opens in which it happens
 */
record MinorUpgrade(String version, Instant at) {}
