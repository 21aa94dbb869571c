package uk.vehicleregister.command.vehicle.export;

import java.time.LocalDate;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// The vehicle left the United Kingdom for good (domain.md 1.7).
///
/// @param destinationCountry two letters of ISO 3166
/// @param isDealer a dealer may also tell of a vehicle in the trade
record ExportVehicle(
        RegistrationMark mark, Proof proof, LocalDate dateOfExport, String destinationCountry, boolean isDealer) {}
