package uk.vehicleregister.query.disclosure;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.AppendRejectedException;
import uk.vehicleregister.eventstore.log.Door;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.LogTail;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.eventstore.log.OutcomeUnknownException;

/// The query service's one way to append: with a login of its own that may record who looked, and wrong tries.
/// Without that login nothing can be recorded, and so nothing shown.
@Component
public final class DisclosureLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DisclosureLog.class);

    /// One for the writer, one while a lost one is read back.
    private static final int CONNECTIONS = 2;

    private final @Nullable HikariDataSource pool;
    private final @Nullable EventLogWriter writer;

    DisclosureLog(
            @Value("${register.database.url}") String url,
            @Value("${register.discloser.database.user:}") String user,
            @Value("${register.discloser.database.password:}") String password,
            LogTail tail) {
        if (user.isEmpty()) {
            LOG.warn("There is no login to record who looks with (REGISTER_DISCLOSER_DATABASE_USER):"
                    + " whatever shows a record is answered 503");
            pool = null;
            writer = null;
            return;
        }
        HikariDataSource logins = pool(url, user, password);
        try {
            writer = new EventLogWriter(logins, Door.DISCLOSURES, tail);
        } catch (RuntimeException e) {
            logins.close();
            throw e;
        }
        pool = logins;
    }

    /// Returns once it is durable, or refused by the log for a reason that can be told. Throws
    /// LookNotRecordedException when it is not on the log, or may not be.
    public AppendOutcome append(Append append) {
        if (writer == null) throw new LookNotRecordedException("There is no login to record who looks with");
        try {
            return writer.append(append);
        } catch (LogUnavailableException | OutcomeUnknownException | AppendRejectedException e) {
            throw new LookNotRecordedException("The look is not on the log, or may not be", e);
        }
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("discloser");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        // The server's detail quotes what was to be recorded.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("ApplicationName", "query-service-discloser");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        if (writer != null) writer.close();
        if (pool != null) pool.close();
    }
}
