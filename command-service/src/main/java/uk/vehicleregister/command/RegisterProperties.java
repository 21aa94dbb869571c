package uk.vehicleregister.command;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
    /// @param eraserUser the login that may destroy keys; without it nobody is erased here
    record Database(
            String url,
            String user,
            String password,
            @Nullable String ownerUser,
            @Nullable String ownerPassword,
            @Nullable String eraserUser,
            @Nullable String eraserPassword) {}

    /// @param create whether missing keys may be made; never where a register already holds data
    /// @param rewrapDays the age of an intermediate key, in days, at which another takes its place; 0: never
    /// @param settle so long after its beginning every service uses it
    record Keys(
            String directory,
            boolean create,
            @DefaultValue("30") int rewrapDays,
            @DefaultValue("10m") Duration settle) {}
}
