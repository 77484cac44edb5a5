package io.holdfast.ledger;

import io.holdfast.model.Attempt;
import io.holdfast.model.Expectation;
import io.holdfast.model.FirstLook;
import io.holdfast.model.Intent;
import io.holdfast.model.KindName;
import io.holdfast.model.Normal;
import io.holdfast.model.Rejection;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Straying;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code resource}. */
record ResourceRows(Sql sql) {
    private static final String COLUMNS =
            "environment, kind, kind_type, name, aws_key, arn, last_applied, first_look, since,"
                    + " intent, attempt, expectation, rejection, is_protected, straying, turned_back";

    List<Remembered> of(String environment) throws SQLException {
        return sql.read(
                "select " + COLUMNS + " from resource where environment = ? order by kind, name, aws_key",
                ResourceRows::read,
                environment);
    }

    void replace(Remembered resource) throws SQLException {
        delete(resource);
        ResourceId id = resource.id();
        sql.write(
                "insert into resource (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.environment(),
                id.kind().segment(),
                id.kind().type(),
                id.name(),
                resource.key(),
                resource.arn(),
                Normal.text(resource.lastApplied()),
                resource.firstLook().map(Json::text),
                Json.text(resource.since()),
                resource.intent().map(Json::text),
                resource.attempt().map(Json::text),
                resource.expectation().map(Json::text),
                resource.rejection().map(Json::text),
                resource.isProtected(),
                resource.straying().map(Json::text),
                Json.text(resource.turnedBack()));
    }

    void delete(Remembered resource) throws SQLException {
        ResourceId id = resource.id();
        sql.write(
                "delete from resource where environment = ? and kind = ? and name = ? and aws_key = ?",
                id.environment(),
                id.kind().segment(),
                id.name(),
                resource.key());
    }

    private static Remembered read(ResultSet row) throws SQLException {
        KindName kind = new KindName(row.getString("kind"), row.getString("kind_type"));
        return new Remembered(
                new ResourceId(row.getString("environment"), kind, row.getString("name")),
                row.getString("aws_key"),
                Optional.ofNullable(row.getString("arn")),
                Json.values(row.getString("last_applied")),
                Json.record(FirstLook.class, row.getString("first_look")),
                Json.times(row.getString("since")),
                Json.record(Intent.class, row.getString("intent")),
                Json.record(Attempt.class, row.getString("attempt")),
                Json.record(Expectation.class, row.getString("expectation")),
                Json.record(Rejection.class, row.getString("rejection")),
                row.getBoolean("is_protected"),
                Json.record(Straying.class, row.getString("straying")),
                Json.turnBacks(row.getString("turned_back")));
    }
}
