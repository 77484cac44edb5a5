package io.holdfast.report.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why one resource is as it is, and what happens next.
 *
 * @param schema {@link #SCHEMA}
 * @param id our identity of it
 * @param name its AWS name; absent where nothing is known of it
 * @param state {@code InSync}, {@code Drifted}, {@code Missing}, {@code Unseen}, {@code Stray} or {@code NotManaged}
 * @param why the same for people
 * @param next what happens next, for people
 * @param declaredAt the line that begins its declaration; absent where nothing declares it
 * @param since from when it has been out of sync without a break
 * @param fields what is not simply as declared, or the field that was asked for
 * @param guardrails what is said of each change that is planned of it
 * @param lastEvent what happened to it last; absent when nothing that is still remembered
 * @param lastWord what somebody last said of it; absent when nobody whose word is still remembered
 */
public record ExplainedDocument(
        String schema,
        String id,
        Optional<String> name,
        String state,
        String why,
        String next,
        Optional<LocationDocument> declaredAt,
        Optional<Instant> since,
        List<Field> fields,
        List<Judged> guardrails,
        Optional<EventDocument> lastEvent,
        Optional<EventDocument> lastWord) {
    public static final String SCHEMA = "holdfast.explain/v1";

    /**
     * One field.
     *
     * @param path dotted, as in the YAML
     * @param state {@code InSync}, {@code Drifted}, {@code NotManaged}, or the word for why it is left alone, such as
     *     {@code Ignored}, {@code Delegated}, {@code Contended} or {@code NotShown}
     * @param why the same for people
     * @param desired what the YAML asks for
     * @param live what AWS shows
     * @param lastApplied what the two last agreed on; absent if they never did, or while they agree
     * @param cause who moved; absent while nobody did
     * @param since from when it has differed without a break
     * @param declaredAt the line that asks for it, or for the thing around it
     */
    public record Field(
            String path,
            String state,
            String why,
            Optional<Object> desired,
            Optional<Object> live,
            Optional<Object> lastApplied,
            Optional<String> cause,
            Optional<Instant> since,
            Optional<LocationDocument> declaredAt) {}

    /**
     * What guardrails say of one change.
     *
     * @param action what is to be done
     * @param verdict what they say together
     * @param objections each that does not simply say proceed
     */
    public record Judged(String action, String verdict, List<RulingDocument> objections) {}
}
