package io.holdfast.ledger;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;

/** Connections to the ledger's database, made when they are needed and tried out before they are used again. */
final class ConnectionPool {
    /** Enough for environments in parallel; their transactions take milliseconds. */
    private static final int CONNECTIONS = 8;

    /** How long to wait for the database before saying that it is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private ConnectionPool() {}

    static AgroalDataSource to(LedgerSettings settings) {
        try {
            return AgroalDataSource.from(configuration(settings));
        } catch (SQLException impossible) {
            throw new IllegalStateException("a pool that begins without connections needs no database", impossible);
        }
    }

    private static AgroalDataSourceConfigurationSupplier configuration(LedgerSettings settings) {
        return new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.initialSize(0)
                        .minSize(0)
                        .maxSize(CONNECTIONS)
                        .acquisitionTimeout(PATIENCE)
                        .connectionValidator(trial(settings))
                        .validateOnBorrow(true)
                        .connectionFactoryConfiguration(connection -> connection
                                .connectionProviderClass(driver(settings))
                                .jdbcUrl(settings.url())
                                .loginTimeout(PATIENCE)
                                .principal(new NamePrincipal(settings.user()))
                                .credential(new SimplePassword(settings.password()))));
    }

    /**
     * A query, because a database that H2 closed for want of room still calls its connections valid when asked through
     * JDBC. It may take its time on a file, where H2 would hold every later statement to the same limit.
     */
    private static ConnectionValidator trial(LedgerSettings settings) {
        return ConnectionValidator.sqlValidator("select 1", settings.isH2() ? 0 : (int) PATIENCE.toSeconds());
    }

    /**
     * Named here, because a driver found by searching depends on who asked first and from which class loader. By its name, because
     * PostgreSQL's classes carry annotations the compiler cannot resolve, which the build takes for an error.
     */
    private static Class<? extends Driver> driver(LedgerSettings settings) {
        var name = settings.isH2() ? "org.h2.Driver" : "org.postgresql.Driver";
        try {
            return Class.forName(name, true, ConnectionPool.class.getClassLoader())
                    .asSubclass(Driver.class);
        } catch (ClassNotFoundException notPackaged) {
            throw new IllegalStateException(name + " is not packaged", notPackaged);
        }
    }
}
