package uk.vehicleregister.program.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.program.Stopped;

/// The environment variables of `serve`, and the properties they become (docs/operations.md lists them).
final class Settings {

    private record Variable(String name, String property, boolean needed) {}

    private static final List<Variable> VARIABLES = List.of(
            new Variable("REGISTER_DATABASE_URL", "register.database.url", true),
            new Variable("REGISTER_DATABASE_USER", "register.database.user", true),
            new Variable("REGISTER_DATABASE_PASSWORD", "register.database.password", true),
            new Variable("REGISTER_DATABASE_OWNER_USER", "register.database.owner-user", false),
            new Variable("REGISTER_DATABASE_OWNER_PASSWORD", "register.database.owner-password", false),
            new Variable("REGISTER_DATABASE_ERASER_USER", "register.database.eraser-user", false),
            new Variable("REGISTER_DATABASE_ERASER_PASSWORD", "register.database.eraser-password", false),
            new Variable("REGISTER_KEYS_REWRAP_DAYS", "register.keys.rewrap-days", false),
            new Variable("REGISTER_KEYS_DIRECTORY", "register.keys.directory", true),
            new Variable("REGISTER_KEYS_CREATE", "register.keys.create", false),
            new Variable("REGISTER_PAYMENTS", "register.payments", false),
            new Variable("REGISTER_PAYMENTS_PATIENCE", "register.payments.patience", false),
            new Variable("REGISTER_GOVUK_PAY_API_KEY", "register.payments.govuk-pay.api-key", false),
            new Variable("REGISTER_GOVUK_PAY_URL", "register.payments.govuk-pay.url", false),
            new Variable("REGISTER_GOVUK_PAY_TIMEOUT", "register.payments.govuk-pay.timeout", false),
            new Variable("REGISTER_ISSUER", "register.issuer", true),
            new Variable("REGISTER_DEMO_API_KEYS", "register.demo-api-keys", false),
            new Variable("REGISTER_REQUESTS_MOST", "register.requests.most", false),
            new Variable("REGISTER_LAPSE", "register.lapse", false),
            new Variable("REGISTER_MAIL", "register.mail", false),
            new Variable("REGISTER_MAIL_FOLDER", "register.mail.folder", false),
            new Variable("REGISTER_MAIL_FROM_POSITION", "register.mail.from-position", false),
            new Variable("REGISTER_MAIL_PER_SECOND", "register.mail.per-second", false),
            new Variable("REGISTER_MAIL_SMTP_HOST", "register.mail.smtp.host", false),
            new Variable("REGISTER_MAIL_SMTP_PORT", "register.mail.smtp.port", false),
            new Variable("REGISTER_MAIL_SMTP_TLS", "register.mail.smtp.tls", false),
            new Variable("REGISTER_MAIL_SMTP_USER", "register.mail.smtp.user", false),
            new Variable("REGISTER_MAIL_SMTP_PASSWORD", "register.mail.smtp.password", false),
            new Variable("REGISTER_MAIL_SMTP_FROM", "register.mail.smtp.from", false),
            new Variable("REGISTER_MAIL_NOTIFY_API_KEY", "register.mail.notify.api-key", false),
            new Variable("REGISTER_MAIL_NOTIFY_TEMPLATE", "register.mail.notify.template", false),
            new Variable("REGISTER_MAIL_NOTIFY_TEMPLATE_WITH_FILE", "register.mail.notify.template-with-file", false),
            new Variable("REGISTER_MAIL_NOTIFY_URL", "register.mail.notify.url", false),
            new Variable("REGISTER_SEALER", "register.sealer", false),
            new Variable("REGISTER_SEAL_KEY", "register.seal.key", false),
            new Variable("REGISTER_SEALER_DATABASE_USER", "register.sealer.database.user", false),
            new Variable("REGISTER_SEALER_DATABASE_PASSWORD", "register.sealer.database.password", false),
            new Variable("REGISTER_DISCLOSER_DATABASE_USER", "register.discloser.database.user", false),
            new Variable("REGISTER_DISCLOSER_DATABASE_PASSWORD", "register.discloser.database.password", false),
            new Variable("REGISTER_DISCLOSURES_DEFERRED_MONTHS", "register.disclosures.deferred-months", false),
            new Variable("REGISTER_LOG_ORIGIN", "register.log.origin", false),
            new Variable("REGISTER_WITNESSES", "register.log.witnesses", false),
            new Variable("REGISTER_TODAY", "register.today", false),
            new Variable("REGISTER_ADDRESS", "server.address", false),
            new Variable("REGISTER_PORT", "server.port", false));

    private Settings() {}

    /// The properties, or wrong use that names every variable that is missing.
    static Map<String, Object> from(Map<String, String> environment, int defaultPort) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.main.banner-mode", "off");
        properties.put("server.port", defaultPort);
        properties.put("register.keys.create", false);
        List<String> missing = new ArrayList<>();
        for (Variable variable : VARIABLES) {
            String value = environment.getOrDefault(variable.name(), "");
            if (!value.isEmpty()) {
                properties.put(variable.property(), value);
            } else if (variable.needed()) {
                missing.add(variable.name());
            }
        }
        if (!missing.isEmpty()) {
            throw Stopped.wrongUse(
                    "These environment variables are needed and not set: " + String.join(", ", missing)
                            + ". They are explained in docs/operations.md. To try the register on this machine: bin/register demo");
        }
        return properties;
    }
}
