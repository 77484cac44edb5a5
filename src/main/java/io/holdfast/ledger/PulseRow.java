package io.holdfast.ledger;

import java.sql.SQLException;
import java.time.Instant;

/** The table {@code pulse}: only a write tells whether a ledger that can be read can still be written. */
record PulseRow(Sql sql) {
    void beat(Instant now) throws SQLException {
        sql.write("delete from pulse where id = 1");
        sql.write("insert into pulse (id, beat_at) values (1, ?)", now);
    }
}
