package io.holdfast.web;

import io.holdfast.consent.Word;
import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What somebody says of a plan.
 *
 * @param planId the plan they saw, as {@code GET …/plan} names it
 * @param resources what it is about, by id: {@code production/database/main}, or {@code database/main} for short. Left out,
 *     all that asks and does not have to be named
 * @param reason why; may be left out
 */
record AnswerWish(Optional<String> planId, Optional<List<String>> resources, Optional<Reason> reason) {
    static final AnswerWish NOTHING = new AnswerWish(Optional.empty(), Optional.empty(), Optional.empty());
    private static final int MOST = 1000;

    Word word(boolean approves, String environment, String actor) {
        String seen = planId.orElseThrow(() -> new BadRequestException(
                "planId is missing: it says which plan you saw, and GET …/plan names it; nothing was done"));
        TreeSet<String> named = new TreeSet<>();
        resources.ifPresent(all -> {
            if (all.isEmpty() || all.size() > MOST) {
                throw new BadRequestException("resources names 1 to " + MOST + " resources, or is left out for all");
            }
            all.forEach(it -> named.add(ResourceName.of(it).in(environment)));
        });
        return new Word(approves, seen, named, actor, reason.map(Reason::text));
    }
}
