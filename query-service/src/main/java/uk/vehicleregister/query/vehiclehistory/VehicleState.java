package uk.vehicleregister.query.vehiclehistory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.V5CReplaced;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.query.period.AsOf;

/// The vehicle on a date, as known at a time. No personal data: a keeper is the key their details are sealed under.
record VehicleState(
        @Nullable String registrationMark,
        String vin,
        String make,
        String model,
        String colour,
        String fuelType,
        @Nullable Integer engineCapacity,
        @Nullable Integer co2Emissions,
        int yearOfManufacture,
        LocalDate dateOfFirstRegistration,
        @Nullable String typeApproval,
        @Nullable String wheelplan,
        @Nullable Integer revenueWeight,
        @Nullable String euroStatus,
        @Nullable Keeper keeper,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate inTradeSince,
        SortedSet<Marker> markers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LicensingState licensing,
        @Nullable LocalDate lastV5CIssuedOn) {

    /// @param erased true when they have been forgotten; else left out
    record Keeper(
            String type,
            UUID id,
            LocalDate since,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean erased) {}

    /// @param facts those that count on the date, in the order of the log; absent when the vehicle was not
    /// registered
    static @Nullable VehicleState of(
            List<? extends Fact> facts,
            @Nullable MarkOnVehicleRow mark,
            @Nullable Keeper keeper,
            @Nullable LocalDate inTradeSince,
            AsOf asOf) {
        VehicleRegistered registered = null;
        VehicleDetails details = null;
        SortedSet<Marker> markers = new TreeSet<>();
        Licensing licensing = Licensing.UNKNOWN;
        LocalDate lastV5C = null;
        for (Fact any : facts) {
            // What a sale made of tax and SORN stands from the day that was told first, whatever corrects it.
            if (!any.effectiveOn().isAfter(asOf.effectiveAt())) licensing = licensing.after((VehicleFact) any);
            switch ((VehicleFact) any) {
                case VehicleRegistered f -> {
                    registered = f;
                    details = f.details();
                }
                case DetailsCorrected f -> details = f.details();
                case MarkerFact f -> {
                    if (f.stands()) markers.add(f.marker());
                    else markers.remove(f.marker());
                }
                case V5CIssued f -> lastV5C = f.issuedOn();
                case KeepershipFact _, VehicleMarkFact _, V5CReplaced _, LicensingFact _ -> {
                    // in the bitemporal rows, and in the licensing
                }
            }
        }
        if (registered == null || details == null) return null;
        return new VehicleState(
                mark == null ? null : mark.registrationMark(),
                registered.vin().text(),
                details.make(),
                details.model(),
                details.colour(),
                details.fuelType(),
                details.engineCapacity(),
                details.co2Emissions(),
                details.yearOfManufacture(),
                details.dateOfFirstRegistration(),
                details.typeApproval(),
                details.wheelplan(),
                details.revenueWeight(),
                details.euroStatus(),
                keeper,
                inTradeSince,
                markers,
                LicensingState.of(licensing, asOf.askedDate()),
                lastV5C);
    }
}
