/**
 * What happened, for people: the status of every environment, its conditions, and what is told of each pass.
 *
 * <p>A status has four axes that are never merged: sync, health, operation and mode. Conditions are decided in one place,
 * once, at the end of a pass; their time moves only when their status does, so that "since" means what people think.
 *
 * <p>Nothing here decides what is done: whoever shows or counts something reads it from here.
 */
package io.holdfast.report;
