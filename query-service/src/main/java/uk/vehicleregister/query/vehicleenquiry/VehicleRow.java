package uk.vehicleregister.query.vehicleenquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.query.projection.Copy;

/// A vehicle as the public may see it; a scrapped one stays.
@Entity
@Table(name = "vehicle_enquiry")
class VehicleRow {

    static final Copy<VehicleRow> TABLE = new Copy<>(
            "vehicle_enquiry",
            "vehicle_id, registration_mark, make, colour, fuel_type, engine_capacity, co2_emissions,"
                    + " year_of_manufacture, date_of_first_registration, type_approval, wheelplan, revenue_weight,"
                    + " euro_status, exported, last_v5c_issued_on, licensing",
            row -> new @Nullable Object[] {
                row.vehicleId,
                row.registrationMark,
                row.make,
                row.colour,
                row.fuelType,
                row.engineCapacity,
                row.co2Emissions,
                row.yearOfManufacture,
                row.dateOfFirstRegistration,
                row.typeApproval,
                row.wheelplan,
                row.revenueWeight,
                row.euroStatus,
                row.exported,
                row.lastV5cIssuedOn,
                row.licensing
            });

    @Id
    String vehicleId;

    String registrationMark;
    String make;
    String colour;
    String fuelType;

    @Nullable
    Integer engineCapacity;

    @Column(name = "co2_emissions")
    @Nullable
    Integer co2Emissions;

    int yearOfManufacture;
    LocalDate dateOfFirstRegistration;

    @Nullable
    String typeApproval;

    @Nullable
    String wheelplan;

    @Nullable
    Integer revenueWeight;

    @Nullable
    String euroStatus;

    boolean exported;

    @Column(name = "last_v5c_issued_on")
    @Nullable
    LocalDate lastV5cIssuedOn;

    /// JSON of [Licensing]; null where nothing was told.
    private @Nullable String licensing;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected VehicleRow() {}

    @SuppressWarnings("NullAway.Init") // [#tell] fills the rest
    VehicleRow(VehicleRegistered fact) {
        vehicleId = fact.vehicleId().text();
        registrationMark = fact.mark().text();
        tell(fact.details());
    }

    Licensing licensing() {
        return licensing == null ? Licensing.UNKNOWN : EventJson.read(licensing, Licensing.class);
    }

    void license(VehicleFact fact) {
        Licensing after = licensing().after(fact);
        licensing = after.equals(Licensing.UNKNOWN) ? null : EventJson.write(after);
    }

    /// What the vehicle is, as first told or as corrected.
    void tell(VehicleDetails details) {
        make = details.make();
        colour = details.colour();
        fuelType = details.fuelType();
        engineCapacity = details.engineCapacity();
        co2Emissions = details.co2Emissions();
        yearOfManufacture = details.yearOfManufacture();
        dateOfFirstRegistration = details.dateOfFirstRegistration();
        typeApproval = details.typeApproval();
        wheelplan = details.wheelplan();
        revenueWeight = details.revenueWeight();
        euroStatus = details.euroStatus();
    }
}
