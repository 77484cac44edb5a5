package io.holdfast.desired.policy;

import io.holdfast.model.Mode;
import io.holdfast.model.policy.ChangeClass;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * The policy as it is written.
 *
 * @param mode how far Holdfast may go in the environment; left out, it looks and reports only
 * @param modes another mode for some resources or fields; the narrowest rule wins, of equals the most careful; left out,
 *     none
 * @param ignore differences somebody has decided to live with; left out, none
 * @param windows times in which some changes may not be made, or in which alone they may; left out, any time will do
 * @param limits how much may happen without a person; left out, as each of them says
 * @param prune whether what is declared no longer is deleted; left out, it is reported only
 * @param approvals who must agree where a person is asked; left out, one approver
 */
record PolicyKeys(
        Optional<Mode> mode,
        Optional<@Size(max = 200) List<ModeKeys>> modes,
        Optional<@Size(max = 200) List<IgnoreKeys>> ignore,
        Optional<@Size(max = 50) List<WindowKeys>> windows,
        Optional<LimitKeys> limits,
        Optional<PruneKeys> prune,
        Optional<ApprovalKeys> approvals) {
    private static final String OF = "(\\*|[a-z]([a-z-]{0,62}[a-z])?)/[A-Za-z0-9_.*-]{1,200}";
    private static final String OF_WORDS = "KIND/NAME as in a resource's id, such as service/backend or database/*";
    private static final String FIELD = "(?!.*\\*\\*.*\\*\\*)[^\\s.]+(\\.[^\\s.]+)*";
    private static final String FIELD_WORDS =
            "words joined by dots; * stands for one word, and ** (once) for any number";
    private static final String DURATION = "[1-9][0-9]{0,4}(m|h|d)";
    private static final String DURATION_WORDS = "a number and m, h or d, such as 90m, 62h or 3d";

    /**
     * Another mode for some of the environment.
     *
     * @param of the resources: KIND/NAME as in a resource's id, {@code *} for any, such as {@code service/backend}; what is
     *     declared inside a resource is covered, too
     * @param field the field, dotted as in the report, such as {@code deploymentConfiguration}; covers all below it. Left
     *     out, the rule is for the whole resource
     * @param mode how far Holdfast may go there
     */
    record ModeKeys(
            @Size(max = 300) @Pattern(regexp = OF, message = OF_WORDS)
            String of,

            Optional<@Size(max = 300) @Pattern(regexp = FIELD, message = FIELD_WORDS) String> field,
            Mode mode) {}

    /**
     * Differences somebody lives with.
     *
     * @param of the resources: KIND/NAME as in a resource's id, {@code *} for any, such as {@code database/*}
     * @param field the field, dotted as in the report, such as {@code tags.*}; {@code *} stands for one word, {@code **}
     *     for any number
     * @param alarm whether they still count as drift; left out, no
     * @param enforce whether they are still closed; left out, no
     * @param reason why, for whoever reads the report
     * @param owner who answers for it: a person, a team, an address
     * @param expires from when on the rule no longer holds: a date (its first moment in UTC) or a time with offset; left out,
     *     never
     */
    record IgnoreKeys(
            @Size(max = 300) @Pattern(regexp = OF, message = OF_WORDS)
            String of,

            @Size(max = 300) @Pattern(regexp = FIELD, message = FIELD_WORDS)
            String field,

            Optional<Boolean> alarm,
            Optional<Boolean> enforce,
            @Size(min = 3, max = 300) String reason,
            Optional<@Size(min = 1, max = 100) String> owner,
            Optional<String> expires) {}

    /**
     * A window. It says {@code freeze} or {@code allow}, not both.
     *
     * @param freeze changes that may not be made inside of it
     * @param allow changes that may not be made outside of it, and of the other windows that allow them
     * @param schedule when it begins: {@code cron(minutes hours day-of-month month day-of-week year)}
     * @param duration how long it lasts from each beginning: a number and m, h or d
     * @param timezone in which the schedule counts, such as {@code Europe/Berlin}; left out, UTC
     * @param reason why, for whoever waits
     */
    record WindowKeys(
            Optional<@Size(min = 1) List<ChangeClass>> freeze,
            Optional<@Size(min = 1) List<ChangeClass>> allow,
            String schedule,

            @Pattern(regexp = DURATION, message = DURATION_WORDS)
            String duration,

            Optional<String> timezone,
            Optional<@Size(min = 1, max = 300) String> reason) {}

    /**
     * How much may happen without a person.
     *
     * @param changesPerPass changes sent in one pass; the rest waits for the next. Left out, any number
     * @param deletes deletes planned at the same time before a person is asked about all of them; left out, 3
     * @param deletePercent the same as a share of all that is Holdfast's in the environment; left out, 20
     * @param scaleFactor by what factor a count may grow or shrink in one change; down to nothing always asks then. Left out, any
     * @param turnBacks how often a field is put back within a day before it is contended and left alone; left out, 3
     */
    record LimitKeys(
            Optional<@Min(1) @Max(10_000) Integer> changesPerPass,
            Optional<@Min(0) @Max(10_000) Integer> deletes,
            Optional<@Min(0) @Max(100) Integer> deletePercent,
            Optional<@Min(1) @Max(1_000) Double> scaleFactor,
            Optional<@Min(1) @Max(100) Integer> turnBacks) {}

    /**
     * Whether what is declared no longer is deleted.
     *
     * @param enabled whether it is; else it is reported only
     * @param grace how long it must have been declared no longer; a number and m, h or d. Left out, 10m
     */
    record PruneKeys(boolean enabled, Optional<@Pattern(regexp = DURATION, message = DURATION_WORDS) String> grace) {}

    /**
     * Who must agree where a person is asked.
     *
     * @param required how many different people; left out, 1
     * @param authorMayApprove whether whoever wrote the commit counts among them; left out, yes
     * @param validFor how long an approval holds: a number and m, h or d. Left out, 24h
     */
    record ApprovalKeys(
            Optional<@Min(1) @Max(20) Integer> required,
            Optional<Boolean> authorMayApprove,
            Optional<@Pattern(regexp = DURATION, message = DURATION_WORDS) String> validFor) {}
}
