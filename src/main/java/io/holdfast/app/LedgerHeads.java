package io.holdfast.app;

import io.holdfast.desired.git.Heads;
import io.holdfast.ledger.AcceptedHead;
import io.holdfast.ledger.ApprovedHead;
import io.holdfast.ledger.FollowedHeads;
import io.holdfast.ledger.LedgerUnavailable;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Which commits environments follow, kept in the ledger. */
final class LedgerHeads implements Heads {
    private final FollowedHeads ledger;

    LedgerHeads(FollowedHeads ledger) {
        this.ledger = ledger;
    }

    @Override
    public SortedMap<String, Accepted> accepted() {
        return asked(() -> {
            SortedMap<String, Accepted> accepted = new TreeMap<>();
            ledger.accepted()
                    .forEach(it -> accepted.put(
                            it.environment(), new Accepted(it.repository(), it.branch(), it.commit(), it.at())));
            return accepted;
        });
    }

    @Override
    public void accept(String environment, Accepted head) {
        told(() -> ledger.accept(
                new AcceptedHead(environment, head.repository(), head.branch(), head.commit(), head.at())));
    }

    @Override
    public void forget(String environment) {
        told(() -> ledger.forget(environment));
    }

    @Override
    public Optional<String> approved(String environment) {
        return asked(() -> ledger.approved(environment).map(ApprovedHead::commit));
    }

    @Override
    public void approve(String environment, Approved head) {
        told(() ->
                ledger.approve(new ApprovedHead(environment, head.commit(), head.actor(), head.reason(), head.at())));
    }

    private static void told(Runnable told) {
        asked(() -> {
            told.run();
            return Optional.empty();
        });
    }

    private static <T> T asked(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (LedgerUnavailable away) {
            throw new Unavailable(away.getMessage(), away);
        }
    }
}
