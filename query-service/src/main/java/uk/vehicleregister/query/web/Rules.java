package uk.vehicleregister.query.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// What ids and times in a question may look like.
public final class Rules {

    private static final Pattern VEHICLE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:.]{5,18}([Zz]|[+-][0-9:]{2,8})");

    private Rules() {}

    public static Parsed<VehicleId> vehicleId(String text) {
        if (!VEHICLE_ID.matcher(text).matches()) return Parsed.malformed("must be the id of a vehicle");
        return Parsed.valid(new VehicleId(text));
    }

    /// What the log knows an account by.
    public static Parsed<String> pseudonym(String text) {
        if (!PSEUDONYM.matcher(text).matches()) return Parsed.malformed("must be an actor's id as a history shows it");
        return Parsed.valid(text);
    }

    public static Parsed<UUID> uuid(String text) {
        if (!UUID_TEXT.matcher(text).matches()) return Parsed.malformed("must be a UUID");
        return Parsed.valid(UUID.fromString(text));
    }

    /// A point in time with its offset from UTC, as `2026-03-01T12:00:00Z`.
    public static Parsed<Instant> time(String text) {
        try {
            if (text.length() <= 40 && TIME.matcher(text).matches())
                return Parsed.valid(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return notATime();
        }
        return notATime();
    }

    private static Parsed<Instant> notATime() {
        return new Parsed.Faulty<>("NOT_A_TIME", "must be a time that exists, written YYYY-MM-DDThh:mm:ssZ");
    }
}
