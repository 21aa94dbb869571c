package uk.vehicleregister.query.mail.post;

import java.nio.file.Path;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.gov.service.notify.NotificationClient;

/// Which postbox there is (docs/configuration.md, register.mail). A setting that is missing ends the start, by name.
@Configuration(proxyBeanMethods = false)
class PostboxConfiguration {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    @Bean
    Postbox postbox(Environment settings) {
        String choice = settings.getProperty("register.mail", "none");
        return switch (choice) {
            case "none" -> new NoPostbox();
            case "folder" -> new FolderPostbox(Path.of(settings.getRequiredProperty("register.mail.folder")));
            case "smtp" -> smtp(settings);
            case "notify" -> notify(settings);
            default -> throw new IllegalStateException("register.mail must be none, folder, smtp or notify");
        };
    }

    private static Postbox smtp(Environment settings) {
        String tls = settings.getProperty("register.mail.smtp.tls", "starttls");
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost(settings.getRequiredProperty("register.mail.smtp.host"));
        server.setPort(settings.getProperty("register.mail.smtp.port", Integer.class, 587));
        String user = settings.getProperty("register.mail.smtp.user", "");
        Properties mail = server.getJavaMailProperties();
        mail.put("mail.smtp.auth", String.valueOf(!user.isEmpty()));
        if (!user.isEmpty()) {
            server.setUsername(user);
            server.setPassword(settings.getRequiredProperty("register.mail.smtp.password"));
        }
        switch (tls) {
            case "starttls" -> {
                mail.put("mail.smtp.starttls.enable", "true");
                mail.put("mail.smtp.starttls.required", "true");
            }
            case "tls" -> mail.put("mail.smtp.ssl.enable", "true");
            case "none" -> mail.put("mail.smtp.starttls.enable", "false");
            default -> throw new IllegalStateException("register.mail.smtp.tls must be starttls, tls or none");
        }
        mail.put("mail.smtp.ssl.checkserveridentity", "true");
        mail.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        mail.put("mail.smtp.timeout", ANSWER_MILLIS);
        mail.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        return new SmtpPostbox(server, settings.getRequiredProperty("register.mail.smtp.from"));
    }

    private static Postbox notify(Environment settings) {
        String template = settings.getRequiredProperty("register.mail.notify.template");
        return new NotifyPostbox(
                new NotificationClient(
                        settings.getRequiredProperty("register.mail.notify.api-key"),
                        settings.getProperty("register.mail.notify.url", "https://api.notifications.service.gov.uk")),
                template,
                settings.getProperty("register.mail.notify.template-with-file", template),
                Long.parseLong(ANSWER_MILLIS));
    }
}
