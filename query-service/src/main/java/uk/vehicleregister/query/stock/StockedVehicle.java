package uk.vehicleregister.query.stock;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

/// A vehicle in stock, as its dealer sees it.
///
/// @param since date of the disposal
record StockedVehicle(String vehicleId, String registrationMark, String make, String model, LocalDate since) {

    /// What it is and which mark it carries is folded from its events when it is asked for.
    static StockedVehicle of(StockRow row, List<VehicleFact> facts) {
        VehicleDetails details = null;
        RegistrationMark mark = null;
        for (VehicleFact fact : facts) {
            switch (fact) {
                case VehicleRegistered f -> {
                    details = f.details();
                    mark = f.mark();
                }
                case DetailsCorrected f -> details = f.details();
                case VehicleMarkFact f -> mark = f.carries();
                case KeepershipFact _, MarkerFact _, LicensingFact _, PaperFact _ -> {
                    // its place in the stock is in the row
                }
            }
        }
        return of(row, details, mark);
    }

    private static StockedVehicle of(StockRow row, @Nullable VehicleDetails details, @Nullable RegistrationMark mark) {
        if (details == null || mark == null)
            throw new IllegalStateException("a vehicle was disposed of that is not registered");
        return new StockedVehicle(row.vehicleId, mark.text(), details.make(), details.model(), row.since);
    }
}
