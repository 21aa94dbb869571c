package uk.vehicleregister.kernel.event;

import java.time.LocalDate;

/// Something that happened and is on the log for good.
public sealed interface Fact
        permits VehicleFact,
                MarkFact,
                PaymentFact,
                AuthorityFact,
                CaseFact,
                AttemptFact,
                BatchFact,
                ErasureFact,
                DisclosureFact {

    /// The stream it belongs to. A mark's stream is named after the mark, so this may not reach a log line.
    String stream();

    /// The business date, in Europe/London, from which it counts; when it was recorded is metadata.
    LocalDate effectiveOn();
}
