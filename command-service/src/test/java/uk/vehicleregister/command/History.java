package uk.vehicleregister.command;

import static uk.vehicleregister.kernel.Samples.DOCUMENT_REFERENCE;
import static uk.vehicleregister.kernel.Samples.FIRST_REGISTERED;
import static uk.vehicleregister.kernel.Samples.MARK;
import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.Samples.VIN;
import static uk.vehicleregister.kernel.Samples.credential;
import static uk.vehicleregister.kernel.Samples.sealedEstate;
import static uk.vehicleregister.kernel.Samples.sealedParty;
import static uk.vehicleregister.kernel.Samples.sealedPerson;
import static uk.vehicleregister.kernel.Samples.vehicleDetails;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.MarkerSet;
import uk.vehicleregister.kernel.event.SornDeclared;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleDestroyed;
import uk.vehicleregister.kernel.event.VehicleExported;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.event.VehicleScrapped;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;

/// Facts about one vehicle, for the givens of rule tests.
public final class History {

    /// The reference of the latest V5C.
    public static final Proof SHOWN = new Proof.Reference(DOCUMENT_REFERENCE);

    public static VehicleFact registered() {
        return registered(MARK, FIRST_REGISTERED, "M1", sealedPerson());
    }

    public static VehicleFact registeredInTrade() {
        return registered(MARK, FIRST_REGISTERED, "M1", null);
    }

    public static VehicleFact registered(RegistrationMark mark) {
        return registered(mark, FIRST_REGISTERED, "M1", sealedPerson());
    }

    public static VehicleFact registered(
            RegistrationMark mark,
            LocalDate firstRegistered,
            @Nullable String typeApproval,
            @Nullable SealedKeeper keeper) {
        return new VehicleRegistered(
                VEHICLE, VIN, mark, vehicleDetails(firstRegistered, typeApproval), keeper, firstRegistered);
    }

    public static VehicleFact v5c() {
        return new V5CIssued(VEHICLE, MARK, credential(), TODAY);
    }

    public static VehicleFact keeperChanged(LocalDate on) {
        return new KeeperChanged(VEHICLE, sealedPerson(), on, null, null, List.of());
    }

    public static VehicleFact disposed(LocalDate on) {
        return new DisposedToTrade(VEHICLE, MARK, sealedParty(), on, null, null, List.of());
    }

    public static VehicleFact acquired(LocalDate on) {
        return new AcquiredFromTrade(VEHICLE, sealedPerson(), sealedParty(), on, null, TaxOrSorn.NEITHER, List.of());
    }

    public static VehicleFact died(LocalDate on) {
        return new KeeperDied(VEHICLE, sealedEstate(), on);
    }

    public static VehicleFact detailsChanged() {
        return new KeeperDetailsChanged(VEHICLE, sealedPerson(), TODAY);
    }

    public static VehicleFact detailsCorrected(LocalDate firstRegistered, @Nullable String typeApproval) {
        return new DetailsCorrected(VEHICLE, 0, "case 17", vehicleDetails(firstRegistered, typeApproval), TODAY);
    }

    public static VehicleFact scrapped() {
        return new VehicleScrapped(VEHICLE, MARK, TODAY);
    }

    public static VehicleFact destroyed() {
        return new VehicleDestroyed(VEHICLE, MARK, "COD-2026-00017", TODAY);
    }

    public static VehicleFact exported() {
        return new VehicleExported(VEHICLE, MARK, "IE", TODAY);
    }

    public static VehicleFact retained(RegistrationMark mark, RegistrationMark replacement) {
        return new MarkRetained(VEHICLE, mark, replacement, null, TODAY);
    }

    public static VehicleFact assigned(RegistrationMark mark, RegistrationMark replaced) {
        return new MarkAssigned(VEHICLE, mark, replaced, null, TODAY);
    }

    public static VehicleFact marked(Marker marker) {
        return new MarkerSet(VEHICLE, marker, "case 17", TODAY);
    }

    public static VehicleFact lifted(Marker marker) {
        return new MarkerLifted(VEHICLE, marker, "case 17", TODAY);
    }

    public static VehicleFact taxed(LocalDate from, LocalDate until) {
        return new TaxPaid(VEHICLE, from, until);
    }

    public static VehicleFact offRoad(LocalDate from) {
        return new SornDeclared(VEHICLE, from);
    }

    private History() {}
}
