package uk.vehicleregister.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What this service is told from outside; docs/operations.md lists each.
///
/// @param issuer the OpenID issuer whose tokens are taken
/// @param payments the payment provider: `demo` or `govuk-pay`
/// @param today moves business dates, in the demo only
@ConfigurationProperties("register")
record RegisterProperties(
        Database database,
        Keys keys,
        String issuer,
        @Nullable String payments,
        @Nullable LocalDate today) {

    /// @param ownerUser when given, the schema is brought up to date at start with this login
    record Database(
            String url,
            String user,
            String password,
            @Nullable String ownerUser,
            @Nullable String ownerPassword) {}

    /// @param create whether missing keys may be made; never where a register already holds data
    record Keys(String directory, boolean create) {}
}
