package io.holdfast.report.document;

import io.holdfast.consent.Poll;
import io.holdfast.consent.Question;
import io.holdfast.model.Decision;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a plan stands once somebody has said what they think of it.
 *
 * @param schema {@link #SCHEMA}
 * @param environment its name
 * @param planId the plan it was said of
 * @param decision the name of what was said
 * @param answer a yes or a no, by the verb of its path
 * @param expiresAt from when on it no longer holds
 * @param about the resources it is about
 * @param approved the resources about which everything that was asked is answered with yes by now
 * @param waiting what is still asked
 * @param mustBeNamed the resources among those waiting that an approval has to name
 * @param declined the resources to which somebody says no
 */
public record AnsweredDocument(
        String schema,
        String environment,
        String planId,
        String decision,
        String answer,
        Instant expiresAt,
        List<String> about,
        List<String> approved,
        List<Waiting> waiting,
        List<String> mustBeNamed,
        List<String> declined) {
    public static final String SCHEMA = "holdfast.answered/v1";

    /**
     * One question that is still open.
     *
     * @param id the resource
     * @param reason why a person is asked, in one word
     * @param agreed how many have said yes
     * @param required how many it takes
     */
    public record Waiting(String id, String reason, int agreed, int required) {}

    public static AnsweredDocument of(Decision said, Poll poll) {
        return new AnsweredDocument(
                SCHEMA,
                said.environment(),
                said.planId(),
                said.id(),
                said.approved() ? "approve" : "reject",
                said.expiresAt(),
                said.items().stream().map(Decision.Item::resource).distinct().toList(),
                approved(poll),
                poll.questions().stream()
                        .filter(AnsweredDocument::isWaiting)
                        .map(it ->
                                new Waiting(id(it), it.reason(), it.agreeing().size(), it.required()))
                        .toList(),
                ids(poll, it -> it.byName() && isWaiting(it)),
                ids(poll, it -> it.word().equals("Declined")));
    }

    private static List<String> approved(Poll poll) {
        List<String> open = ids(poll, it -> !it.word().equals("Approved"));
        return ids(poll, it -> true).stream().filter(it -> !open.contains(it)).toList();
    }

    private static boolean isWaiting(Question question) {
        return question.word().equals("Waiting");
    }

    private static List<String> ids(Poll poll, Predicate<Question> wanted) {
        return poll.questions().stream()
                .filter(wanted)
                .map(AnsweredDocument::id)
                .distinct()
                .toList();
    }

    private static String id(Question question) {
        return question.change().id().toString();
    }
}
