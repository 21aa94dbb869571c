package uk.vehicleregister.query.replay;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.query.calendar.BusinessCalendar;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Replay;
import uk.vehicleregister.query.projection.RowSessions;
import uk.vehicleregister.query.projection.Tenures;
import uk.vehicleregister.query.seal.SealedLog;

/// The projections of the query service and what they write with, as the service sets them up; no server, no
/// processors, nothing that runs by itself. It is no `@Configuration`, or the service would take it for one of its own.
@ImportAutoConfiguration(HibernateJpaAutoConfiguration.class)
@EntityScan(ReplayContext.SERVICE)
class ReplayContext {

    static final String SERVICE = "uk.vehicleregister.query";

    /// For the fold, the reading of the log, both sides of a comparison, tiles, and the lock.
    private static final int CONNECTIONS = 6;

    static AnnotationConfigApplicationContext open(Login login) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        try {
            var sources = context.getEnvironment().getPropertySources();
            sources.addFirst(new MapPropertySource(
                    "replay", Map.of("spring.jpa.hibernate.ddl-auto", "none", "register.enquiry.ready-megabytes", 0)));
            sources.addLast(new ResourcePropertySource("classpath:query-service.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.registerBean(Login.class, () -> login);
        context.register(ReplayContext.class, SealedLog.class);
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        for (BeanDefinition found : scanner.findCandidateComponents(SERVICE)) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            if (type.isAnnotationPresent(Component.class)) register(type, context);
        }
        context.refresh();
        return context;
    }

    /// And what it is made with.
    private static void register(Class<?> type, AnnotationConfigApplicationContext context) {
        context.register(type);
        for (Constructor<?> constructor : type.getDeclaredConstructors())
            for (Class<?> needed : constructor.getParameterTypes())
                if (needed.isAnnotationPresent(Component.class)) register(needed, context);
    }

    @Bean
    DataSource dataSource(Login login) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("replay");
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        // Rows are compared as texts. What is lost with the server is made anew: its commits wait for no disk.
        config.setConnectionInitSql("set timezone = 'UTC'; set datestyle = 'ISO'; set synchronous_commit = off");
        config.addDataSourceProperty("currentSchema", "read,public");
        // The server's detail quotes rows: a mark or a name would get into an error by way of an exception.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("ApplicationName", "replay");
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    JdbcClient database(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    EventLogReader eventLogReader(DataSource dataSource) {
        return new EventLogReader(dataSource);
    }

    @Bean
    Replay replay(EntityManagerFactory entityManagers, DataSource dataSource) {
        return new Replay(new RowSessions(entityManagers, dataSource));
    }

    /// Answers are nobody's here; but they are made with these.
    @Bean
    Tenures tenures(JdbcClient database) {
        return new Tenures(database);
    }

    @Bean
    BusinessCalendar calendar() {
        return new BusinessCalendar(Clock.systemUTC(), null);
    }

    @Bean
    JsonMapper json() {
        return JsonMapper.builder().build();
    }
}
