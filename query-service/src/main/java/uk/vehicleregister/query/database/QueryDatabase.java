package uk.vehicleregister.query.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.vehicleregister.eventstore.schema.LogSchema;

/// One pool, as the service's own login. Flyway has brought the schemas up to date before anybody gets the pool.
@Configuration(proxyBeanMethods = false)
class QueryDatabase {

    static final String SCHEMA = "read";

    /// Short, so that an outage is answered with 503 and not with silence.
    private static final long WAIT_MILLIS = 2_000;

    @Bean
    DataSource dataSource(
            @Value("${register.database.url}") String url,
            @Value("${register.database.user}") String user,
            @Value("${register.database.password:}") String password,
            @Value("${register.database.owner-user:}") String ownerUser,
            @Value("${register.database.owner-password:}") @Nullable String ownerPassword,
            @Value("${register.database.pool:16}") int size) {
        if (!ownerUser.isEmpty()) migrateLog(url, ownerUser, ownerPassword == null ? "" : ownerPassword);
        HikariDataSource pool = pool(url, user, password, size);
        try {
            Flyway.configure(QueryDatabase.class.getClassLoader())
                    .dataSource(pool)
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .locations("classpath:uk/vehicleregister/query/schema")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    private static void migrateLog(String url, String user, String password) {
        try (HikariDataSource owner = pool(url, user, password, 2)) {
            LogSchema.migrate(owner);
        }
    }

    private static HikariDataSource pool(String url, String user, String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("query");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(1_000);
        config.addDataSourceProperty("currentSchema", SCHEMA + ",public");
        // The server's detail quotes rows: a mark or a name would get into a log line by way of an exception.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("ApplicationName", "query-service");
        return new HikariDataSource(config);
    }
}
