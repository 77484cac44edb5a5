package io.holdfast.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The table {@code answer}. */
record AnswerRows(Sql sql) {
    Claim claim(AnswerKey key, String request, Instant now) throws SQLException {
        sql.write("delete from answer where begun_at <= ?", now.minus(Answers.KEPT));
        sql.write(
                "delete from answer where id = ? and status is null and begun_at <= ?",
                key.id(),
                now.minus(Answers.PATIENCE));
        Optional<Row> known = sql
                .read("select request, status, type, body from answer where id = ?", AnswerRows::read, key.id())
                .stream()
                .findFirst();
        return known.isPresent() ? known.get().asked(request) : begin(key, request, now);
    }

    /** Two who come here at once make the same row; one of them is sent round again, and finds it there. */
    private Claim begin(AnswerKey key, String request, Instant now) throws SQLException {
        Instant since = now.truncatedTo(ChronoUnit.MICROS);
        sql.write(
                "insert into answer (id, actor, request, begun_at) values (?, ?, ?, ?)",
                key.id(),
                key.actor().toString(),
                request,
                since);
        makeRoom(key);
        return new Claim.Yours(since);
    }

    private void makeRoom(AnswerKey key) throws SQLException {
        String actor = key.actor().toString();
        List<Instant> tooOld = sql.read(
                "select begun_at from answer where actor = ? order by begun_at desc, id limit 1 offset ?",
                row -> Sql.instant(row, "begun_at"),
                actor,
                Answers.MOST);
        for (Instant youngest : tooOld) {
            sql.write("delete from answer where actor = ? and begun_at <= ? and id <> ?", actor, youngest, key.id());
        }
    }

    void keep(AnswerKey key, Claim.Yours claim, Answer answer) throws SQLException {
        sql.write(
                "update answer set status = ?, type = ?, body = ? where id = ? and begun_at = ? and status is null",
                answer.status(),
                answer.type(),
                answer.body(),
                key.id(),
                claim.since());
    }

    void release(AnswerKey key, Claim.Yours claim) throws SQLException {
        sql.write("delete from answer where id = ? and begun_at = ? and status is null", key.id(), claim.since());
    }

    private static Row read(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        Optional<Answer> answer = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Answer(status, Optional.ofNullable(row.getString("type")), row.getString("body")));
        return new Row(row.getString("request"), answer);
    }

    private record Row(String request, Optional<Answer> answer) {
        Claim asked(String other) {
            if (!request.equals(other)) {
                return new Claim.Different();
            }
            return answer.<Claim>map(Claim.Done::new).orElseGet(Claim.Underway::new);
        }
    }
}
