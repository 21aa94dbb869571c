package uk.vehicleregister.command.vehicle.scrap;

import java.time.LocalDate;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// The end of a vehicle (domain.md 1.7).
record ScrapVehicle(RegistrationMark mark, LocalDate dateOfScrapping, ToldBy toldBy) {

    sealed interface ToldBy {

        /// Who destroyed it and issued this certificate; no V5C is asked for.
        record TreatmentFacility(String certificateOfDestruction) implements ToldBy {}

        /// Who has its latest V5C.
        ///
        /// @param isDealer a dealer may also tell of a vehicle in the trade
        record V5CHolder(Proof proof, boolean isDealer) implements ToldBy {}
    }
}
