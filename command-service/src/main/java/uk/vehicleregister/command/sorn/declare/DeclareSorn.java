package uk.vehicleregister.command.sorn.declare;

import java.time.LocalDate;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// The vehicle is off the road from that day on (domain.md 1.2).
record DeclareSorn(RegistrationMark mark, Proof proof, LocalDate from) {}
