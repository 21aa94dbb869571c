package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.program.Stopped;

/// Which events are meant; all of them when nothing is said.
final class WhichEvents {

    private static final String VEHICLE_ID = "[A-Za-z0-9_-]{9,64}";

    @Option(
            names = "--vehicle",
            paramLabel = "ID|MARK",
            description = "Only the events of this vehicle: by its id, or by the mark that it carries now.")
    private @Nullable String vehicle;

    @Option(names = "--mark", paramLabel = "MARK", description = "Only the events of this mark.")
    private @Nullable String mark;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Only what was recorded from then on: 2026-11-27T09:30:00Z, or a date, which begins at 00:00 UTC.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only what was recorded before then.")
    private @Nullable String to;

    /// To be asked before the register is: what is given must be usable.
    void check() {
        long kinds = Stream.of(vehicle != null, mark != null, from != null || to != null)
                .filter(given -> given)
                .count();
        if (kinds > 1) throw Stopped.wrongUse("Give one of --vehicle, --mark and a period (--from, --to).");
        if (mark != null && parsed(mark).isEmpty()) throw Stopped.wrongUse("--mark is no registration mark.");
        if (vehicle != null && parsed(vehicle).isEmpty() && !vehicle.matches(VEHICLE_ID))
            throw Stopped.wrongUse("--vehicle is neither the id of a vehicle nor a registration mark.");
        Instant begins = time("--from", from);
        Instant ends = time("--to", to);
        if (begins != null && ends != null && !begins.isBefore(ends))
            throw Stopped.wrongUse("--from must be before --to.");
    }

    /// Empty for the whole log.
    Optional<Selection> of(RunningLog log) throws IOException {
        if (mark != null) return Optional.of(Selection.mark(parsed(mark).orElseThrow()));
        if (vehicle != null) {
            Optional<String> carried = parsed(vehicle);
            return Optional.of(
                    Selection.vehicle(carried.isPresent() ? SelectedEvents.carrierOf(carried.get(), log) : vehicle));
        }
        if (from == null && to == null) return Optional.empty();
        return Optional.of(Selection.recorded(time("--from", from), time("--to", to)));
    }

    private static Optional<String> parsed(String text) {
        return RegistrationMark.parse(text) instanceof Parsed.Valid<RegistrationMark> valid
                ? Optional.of(valid.value().text())
                : Optional.empty();
    }

    private static @Nullable Instant time(String option, @Nullable String text) {
        if (text == null) return null;
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Stopped.wrongUse(option + " is no time: write it as 2026-11-27T09:30:00Z or 2026-11-27.");
        }
    }
}
