package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one person said of a plan. It holds for exactly what they saw: each change of it is bound to the commit, to what was
 * wished and to what was live.
 *
 * @param id its own name
 * @param environment the plan's
 * @param planId the plan they saw
 * @param commit the revision it was made for
 * @param approved yes, or no
 * @param actor who
 * @param reason why, in their words
 * @param at when
 * @param expiresAt from when on it no longer holds
 * @param items the changes it is about
 */
public record Decision(
        String id,
        String environment,
        String planId,
        String commit,
        boolean approved,
        String actor,
        Optional<String> reason,
        Instant at,
        Instant expiresAt,
        List<Item> items) {
    public Decision {
        requireNonNull(id, "id");
        requireNonNull(environment, "environment");
        requireNonNull(planId, "planId");
        requireNonNull(commit, "commit");
        requireNonNull(actor, "actor");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
        requireNonNull(expiresAt, "expiresAt");
        items = List.copyOf(items);
    }

    /** Whether it speaks of this change, as it is now. */
    public boolean isAbout(Change change, String inForce, Instant now) {
        return commit.equals(inForce)
                && now.isBefore(expiresAt)
                && items.stream().anyMatch(it -> it.isMet(change));
    }

    /**
     * Whether it said yes to the making of the resource of which this change is the rest: some kinds take more than one call
     * to come to be as they were approved. What somebody else has moved since is no rest, and neither is what costs more.
     */
    public boolean isCompletedBy(Change change, String inForce, Instant now) {
        return approved
                && commit.equals(inForce)
                && now.isBefore(expiresAt)
                && items.stream().anyMatch(it -> it.isCompletedBy(change));
    }

    /** Whether the person named this resource among others, and did not only say yes to all. */
    public boolean names(Change change) {
        return items.stream().anyMatch(it -> it.named() && it.isMet(change));
    }

    /**
     * One change as the person saw it.
     *
     * @param resource the id of the resource
     * @param key its AWS name
     * @param action what is done to it
     * @param wish {@link Subject#digest()}
     * @param live the fingerprint of what would be gone, where the change destroys it; else a short name for what it would
     *     bring about on the side, empty where that is nothing
     * @param differences {@link Difference#digest()} of each difference it closes
     * @param named whether the person named the resource
     */
    public record Item(
            String resource,
            String key,
            Change.Action action,
            String wish,
            String live,
            List<String> differences,
            boolean named) {
        public Item {
            requireNonNull(resource, "resource");
            requireNonNull(key, "key");
            requireNonNull(action, "action");
            requireNonNull(wish, "wish");
            requireNonNull(live, "live");
            differences = List.copyOf(differences);
        }

        public static Item of(Change change, boolean named) {
            return new Item(
                    change.id().toString(),
                    change.subject().key(),
                    change.action(),
                    change.subject().digest(),
                    liveOf(change),
                    differencesOf(change),
                    named);
        }

        boolean isMet(Change change) {
            return isOf(change) && voidBecause(change).isEmpty();
        }

        /** Whether a change is about the same resource, in the same way; it may have moved since. */
        public boolean isOf(Change change) {
            return resource.equals(change.id().toString()) && action == change.action();
        }

        /** Whether a change is the rest of the making this is about. */
        public boolean isCompletedBy(Change change) {
            return action == Change.Action.CREATE
                    && change.action() == Change.Action.UPDATE
                    && change.impact() == Impact.IN_PLACE
                    && resource.equals(change.id().toString())
                    && key.equals(change.subject().key())
                    && wish.equals(change.subject().digest())
                    && change.drift().stream()
                            .flatMap(it -> it.fields().stream())
                            .filter(it -> change.differences().contains(it.difference()))
                            .noneMatch(it -> it.cause() == Cause.LIVE_DRIFT || it.cause() == Cause.CONFLICT);
        }

        /**
         * Why it does not speak of a change that it {@link #isOf}, for people; empty when it does. A change whose differences
         * have in part been closed is still the same; one with a new difference is not.
         */
        public Optional<String> voidBecause(Change change) {
            if (!key.equals(change.subject().key())) {
                return Optional.of("it was said of " + key + ", and the resource is "
                        + change.subject().key() + " now");
            }
            if (!wish.equals(change.subject().digest())) {
                return Optional.of("something else is wished of the resource now");
            }
            boolean sameLive = live.equals(liveOf(change)) && differences.containsAll(differencesOf(change));
            return sameLive ? Optional.empty() : Optional.of("what is live has moved since");
        }

        private static String liveOf(Change change) {
            if (change.action().destroys()) {
                return change.subject().fingerprint();
            }
            return change.sideEffects().isEmpty() ? "" : Digest.of(String.join("\n", change.sideEffects()));
        }

        private static List<String> differencesOf(Change change) {
            return change.differences().stream().map(Difference::digest).toList();
        }
    }
}
