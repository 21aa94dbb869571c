package uk.vehicleregister.program.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;

/// Puts what the services log into a file, so that the screen holds what a person needs. Spring Boot would set up
/// logging once for each of the three contexts, and each time take away what the one before had set.
public final class DemoLog {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{40} %msg%n";

    private static final String LEVEL = "logging.level.";
    private static final List<String> SERVICES = List.of("command-service", "query-service");

    private DemoLog() {}

    public static void to(Path logs) {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        // Tomcat logs by java.util.logging
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(logs.resolve("register.log").toString());
        file.setEncoder(encoder(context));
        roll(file, context, logs);
        file.start();
        context.getLogger("ROOT").setLevel(Level.INFO);
        context.getLogger("ROOT").addAppender(file);
        for (String service : SERVICES) {
            levelsOf(service, context);
        }
    }

    /// A service's own levels: some loggers are off since they would quote what was sent.
    private static void levelsOf(String service, LoggerContext context) {
        Properties settings = new Properties();
        try (InputStream text = DemoLog.class.getResourceAsStream("/" + service + ".properties")) {
            if (text != null) {
                settings.load(text);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (String name : settings.stringPropertyNames()) {
            if (name.startsWith(LEVEL)) {
                context.getLogger(name.substring(LEVEL.length()))
                        .setLevel(Level.toLevel(settings.getProperty(name).strip(), Level.INFO));
            }
        }
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    private static void roll(RollingFileAppender<ILoggingEvent> file, LoggerContext context, Path logs) {
        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(file);
        window.setFileNamePattern(logs.resolve("register.%i.log").toString());
        window.setMinIndex(1);
        window.setMaxIndex(3);
        window.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("20MB"));
        size.start();
        file.setRollingPolicy(window);
        file.setTriggeringPolicy(size);
    }
}
