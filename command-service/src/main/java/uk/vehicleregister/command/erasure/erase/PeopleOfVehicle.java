package uk.vehicleregister.command.erasure.erase;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkTransferredAway;
import uk.vehicleregister.kernel.event.MarkTransferredIn;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.V5CReplaced;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.Marker;

/// The people of one vehicle, folded from its events: keepers, traders, sellers' addresses, businesses that acted.
///
/// @param keeper the key of who is keeper now
/// @param trader the key of who took it into the trade last
/// @param markers what stands on the record
/// @param ended whose keepership the event at that position ended
record PeopleOfVehicle(
        Persons persons, @Nullable UUID keeper, @Nullable UUID trader, Markers markers, Map<Long, UUID> ended) {

    static final PeopleOfVehicle NONE = new PeopleOfVehicle(Persons.NONE, null, null, Markers.NONE, Map.of());

    private static final Set<Marker> GONE = Set.of(Marker.EXPORTED, Marker.SCRAPPED);

    PeopleOfVehicle after(Told<VehicleFact> told) {
        long position = told.position();
        return switch (told.fact()) {
            case VehicleRegistered f -> {
                SealedKeeper first = f.keeper();
                yield first == null
                        ? this
                        : with(persons.told(position, PersonRole.KEEPER, keyOf(first), f.keeperSince()))
                                .keptBy(position, keyOf(first), f.keeperSince());
            }
            case KeepershipFact f -> kept(position, f);
            case VehicleMarkFact f -> with(acted(position, f));
            case MarkerFact f -> marked(f);
            case V5CIssued f ->
                with(persons.noted(position, f.documentReference().sealed().keyId()));
            case DetailsCorrected _, LicensingFact _, V5CReplaced _ -> this;
        };
    }

    private PeopleOfVehicle kept(long position, KeepershipFact fact) {
        LocalDate on = fact.effectiveOn();
        SealedKeeper keeperAfter = fact.keeper();
        PeopleOfVehicle told = with(told(position, fact));
        UUID email = emailIn(fact);
        if (email != null)
            told = told.with(told.persons
                    .told(position, PersonRole.SELLER, email, on)
                    .changed(keeper, seller -> seller.selling(email)));
        if (fact instanceof DisposedToTrade f)
            told = new PeopleOfVehicle(told.persons, keeper, keyOf(f.trader()), markers, ended);
        PeopleOfVehicle after = told.keptBy(position, keeperAfter == null ? null : keyOf(keeperAfter), on);
        return fact instanceof KeeperCorrected f ? after.endedOtherwise(f) : after;
    }

    /// New people, and what else the event holds of known ones.
    private Persons told(long position, KeepershipFact fact) {
        LocalDate on = fact.effectiveOn();
        return switch (fact) {
            case KeeperChanged f -> persons.told(position, PersonRole.KEEPER, keyOf(f.keeper()), on);
            case DisposedToTrade f -> persons.told(position, PersonRole.TRADER, keyOf(f.trader()), on);
            case AcquiredFromTrade f ->
                persons.told(position, PersonRole.KEEPER, keyOf(f.keeper()), on)
                        .told(position, PersonRole.TRADER, keyOf(f.trader()), on);
            case KeeperDied f -> persons.told(position, PersonRole.KEEPER, keyOf(f.keeper()), on);
            case KeeperDetailsChanged f -> persons.told(position, PersonRole.KEEPER, keyOf(f.keeper()), on);
            case KeeperCorrected f -> {
                SealedKeeper corrected = f.correctedKeeper();
                Persons more = corrected == null
                        ? persons
                        : persons.told(position, PersonRole.KEEPER, keyOf(corrected), f.correctedOn());
                yield noted(more, position, f.keeper());
            }
            case KeeperChangeReversed f -> noted(persons, position, f.keeper());
        };
    }

    private static Persons noted(Persons persons, long position, @Nullable SealedKeeper keeper) {
        return keeper == null ? persons : persons.noted(position, keyOf(keeper));
    }

    private static @Nullable UUID emailIn(KeepershipFact fact) {
        Sealed email = fact instanceof KeeperChanged sold
                ? sold.sellerEmail()
                : fact instanceof DisposedToTrade disposed ? disposed.sellerEmail() : null;
        return email == null ? null : email.keyId();
    }

    private Persons acted(long position, VehicleMarkFact fact) {
        SealedParty business = switch (fact) {
            case MarkRetained f -> f.actingBusiness();
            case MarkAssigned f -> f.actingBusiness();
            case MarkTransferredAway _, MarkTransferredIn _ -> null;
        };
        return business == null
                ? persons
                : persons.told(position, PersonRole.ACTING_BUSINESS, keyOf(business), fact.effectiveOn());
    }

    /// Whoever keeps it now stands in the record, or the trader who has it; the one before has done with it.
    private PeopleOfVehicle keptBy(long position, @Nullable UUID now, LocalDate on) {
        Persons changed = persons;
        Map<Long, UUID> ends = new HashMap<>(ended);
        if (keeper != null && !keeper.equals(now)) {
            changed = changed.changed(keeper, before -> before.ended(on));
            ends.put(position, keeper);
        }
        changed = changed.changed(trader, had -> had.stands() ? had.ended(on) : had);
        if (!isGone()) changed = changed.changed(now == null ? trader : now, Person::standing);
        return new PeopleOfVehicle(changed, now, trader, markers, Map.copyOf(ends));
    }

    /// A sale on another day than was told ended the keepership before it on that day.
    private PeopleOfVehicle endedOtherwise(KeeperCorrected fact) {
        return with(persons.changed(
                ended.get(fact.corrects()), before -> before.stands() ? before : before.ended(fact.correctedDate())));
    }

    /// Of a vehicle that is gone nobody stands in the record any more.
    private PeopleOfVehicle marked(MarkerFact fact) {
        PeopleOfVehicle after = new PeopleOfVehicle(persons, keeper, trader, markers.after(fact), ended);
        if (isGone() == after.isGone()) return after;
        UUID whose = keeper == null ? trader : keeper;
        return after.with(persons.changed(
                whose, person -> after.isGone() ? person.ended(fact.effectiveOn()) : person.standing()));
    }

    private boolean isGone() {
        return markers.hasOneOf(GONE);
    }

    private PeopleOfVehicle with(Persons changed) {
        return new PeopleOfVehicle(changed, keeper, trader, markers, ended);
    }

    private static UUID keyOf(SealedKeeper keeper) {
        return keeper.details().keyId();
    }

    private static UUID keyOf(SealedParty party) {
        return party.details().keyId();
    }
}
