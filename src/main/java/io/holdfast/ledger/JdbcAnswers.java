package io.holdfast.ledger;

import java.time.Clock;

/** Answers in the ledger's database: one transaction per method. */
final class JdbcAnswers implements Answers {
    private final Database database;
    private final Clock clock;

    JdbcAnswers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Claim claim(AnswerKey key, String request) {
        return database.in("claim a request", sql -> new AnswerRows(sql).claim(key, request, clock.instant()));
    }

    @Override
    public void keep(AnswerKey key, Claim.Yours claim, Answer answer) {
        database.run("keep an answer", sql -> new AnswerRows(sql).keep(key, claim, answer));
    }

    @Override
    public void release(AnswerKey key, Claim.Yours claim) {
        database.run("release a request", sql -> new AnswerRows(sql).release(key, claim));
    }
}
