package uk.vehicleregister.program.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.Ports;

/// What a demo was asked for.
///
/// @param today moves business dates; null: London's today
public record DemoOptions(Path data, int vehicles, @Nullable LocalDate today, Ports ports) {

    LocalDate businessDate() {
        return today == null ? LocalDate.now(ZoneId.of("Europe/London")) : today;
    }
}
