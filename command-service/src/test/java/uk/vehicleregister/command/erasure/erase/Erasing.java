package uk.vehicleregister.command.erasure.erase;

import static uk.vehicleregister.kernel.Samples.FIRST_REGISTERED;
import static uk.vehicleregister.kernel.Samples.MARK;
import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.Samples.VIN;
import static uk.vehicleregister.kernel.Samples.vehicleDetails;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.erasure.erase.ErasePersons.KeepershipsEndedBefore;
import uk.vehicleregister.command.erasure.erase.ErasePersons.One;
import uk.vehicleregister.command.erasure.erase.ErasePersons.Whom;
import uk.vehicleregister.command.erasure.erase.ErasePersonsDecider.OnRecord;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// Who was told of, and who is to be erased. A letter stands for a person.
abstract class Erasing {

    static final UUID ERASURE = UUID.fromString("6a7d1f43-9c1e-4a55-8a27-5b1f2d3c4e60");
    static final String GWEN = "G";
    static final String OWEN = "O";
    static final String EMAIL = "E";
    static final String TRADER = "T";
    static final String BUSINESS = "B";
    static final LocalDate SOLD = TODAY.minusYears(8);

    final List<Told<VehicleFact>> vehicle = new ArrayList<>();
    final List<Told<MarkFact>> mark = new ArrayList<>();
    final Set<UUID> erased = new HashSet<>();

    final void given(VehicleFact... facts) {
        for (VehicleFact fact : facts) vehicle.add(new Told<>(vehicle.size(), fact));
    }

    final void givenMark(MarkFact... facts) {
        for (MarkFact fact : facts) mark.add(new Told<>(mark.size(), fact));
    }

    final Then erase(Whom whom) {
        return erase(LegalBasis.NO_LONGER_NECESSARY, whom);
    }

    final Then erase(LegalBasis basis, Whom whom) {
        return decided(new ErasePersons(VEHICLE, MARK, whom, ErasureReason.RETENTION_PERIOD_OVER, basis, true));
    }

    final Then unlooked(Whom whom) {
        return decided(
                new ErasePersons(VEHICLE, MARK, whom, ErasureReason.PERSON_ASKED, LegalBasis.OBJECTION_UPHELD, false));
    }

    final Then decided(ErasePersons command) {
        OnRecord record = command.whom().holdsRights()
                ? new OnRecord(
                        Fold.of(mark, PeopleOfMark.NONE, PeopleOfMark::after).persons(), null, erased::contains)
                : new OnRecord(
                        Fold.of(vehicle, PeopleOfVehicle.NONE, PeopleOfVehicle::after)
                                .persons(),
                        VEHICLE,
                        erased::contains);
        return new Then(ErasePersonsDecider.decide(command, record, ERASURE, TODAY));
    }

    static One one(long position, PersonRole role) {
        return new One(position, role);
    }

    static KeepershipsEndedBefore before(LocalDate date) {
        return new KeepershipsEndedBefore(date);
    }

    static PersonErased erased(PersonRole role, String who, Long... positions) {
        return new PersonErased(
                ERASURE,
                role,
                key(who),
                List.of(positions),
                VEHICLE,
                ErasureReason.RETENTION_PERIOD_OVER,
                LegalBasis.NO_LONGER_NECESSARY,
                TODAY);
    }

    static VehicleFact registered(String keeper) {
        return new VehicleRegistered(
                VEHICLE, VIN, MARK, vehicleDetails(FIRST_REGISTERED, "M1"), keeper(keeper), FIRST_REGISTERED);
    }

    static VehicleFact sold(String to, LocalDate on, String sellerEmail) {
        return new KeeperChanged(
                VEHICLE, keeper(to), on, null, sellerEmail == null ? null : sealed(sellerEmail), List.of());
    }

    static VehicleFact details(String keeper) {
        return new KeeperDetailsChanged(VEHICLE, keeper(keeper), SOLD);
    }

    static VehicleFact v5cFor(String keeper) {
        return new V5CIssued(VEHICLE, MARK, credential(keeper), SOLD);
    }

    static SealedKeeper keeper(String who) {
        return new SealedKeeper(KeeperType.PERSON, sealed(who), sealed(who));
    }

    static SealedParty party(String who) {
        return new SealedParty(sealed(who));
    }

    static Credential credential(String who) {
        return new Credential("digest", sealed(who));
    }

    /// A letter stands for the person: their key's id is made of it.
    static Sealed sealed(String who) {
        return new Sealed(who.repeat(21) + "A.text");
    }

    static UUID key(String who) {
        return sealed(who).keyId();
    }
}
