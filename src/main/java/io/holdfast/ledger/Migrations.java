package io.holdfast.ledger;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The scripts that make the ledger's tables. They are listed, not searched for: looking into a folder of the class path
 * works in some ways of packaging a program and finds nothing, silently, in others.
 */
final class Migrations implements ResourceProvider {
    private static final List<LoadableResource> SCRIPTS = List.of(
            new Script("V1__ledger.sql"),
            new Script("V2__git_source.sql"),
            new Script("V3__actor.sql"),
            new Script("V4__people.sql"),
            new Script("V5__history.sql"),
            new Script("V6__first_look.sql"),
            new Script("V7__resumption.sql"));

    private Migrations() {}

    /** Makes the tables, or what of them is missing; a database others use as well is fine. */
    static void bringUpToDate(DataSource source) throws SQLException {
        bringUp(source, MigrationVersion.LATEST);
    }

    /** The same, as far as the tables of an earlier version. */
    static void bringUp(DataSource source, MigrationVersion version) throws SQLException {
        try {
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .resourceProvider(new Migrations())
                    .javaMigrationClassProvider(List::of)
                    .table("ledger_schema")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .target(version)
                    .load();
            clearFailures(flyway);
            flyway.migrate();
        } catch (RuntimeException trouble) {
            // A connection that is lost at the wrong moment reaches us as anything, up to a NullPointerException.
            throw new SQLException("the tables could not be made: " + trouble.getMessage(), trouble);
        }
    }

    /** A script that failed half-way, on H2, is marked as failed and would never be tried again. */
    private static void clearFailures(Flyway flyway) {
        if (Arrays.stream(flyway.info().all()).anyMatch(it -> it.getState().isFailed())) {
            flyway.repair();
        }
    }

    @Override
    public LoadableResource getResource(String name) {
        return SCRIPTS.stream()
                .filter(it -> it.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return SCRIPTS.stream()
                .filter(it -> it.getFilename().startsWith(prefix))
                .filter(it -> Arrays.stream(suffixes).anyMatch(it.getFilename()::endsWith))
                .toList();
    }

    /** One file of {@code db/ledger}. */
    private static final class Script extends LoadableResource {
        private final String file;

        Script(String file) {
            this.file = file;
        }

        @Override
        public Reader read() {
            var stream = Migrations.class.getResourceAsStream("/db/ledger/" + file);
            if (stream == null) {
                throw new IllegalStateException("the program was packaged without db/ledger/" + file);
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return "db/ledger/" + file;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return file;
        }

        @Override
        public String getRelativePath() {
            return file;
        }
    }
}
