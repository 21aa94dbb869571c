package uk.vehicleregister.program.invariants.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Vin;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// A log written by hand, an append a call.
final class MadeHistory {

    static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    static final VehicleId CAR = new VehicleId("car");
    static final VehicleId VAN = new VehicleId("van");
    static final RegistrationMark MARK = new RegistrationMark("AB10CDE");
    static final RegistrationMark OTHER = new RegistrationMark("AB10XYZ");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, String> printed = new TreeMap<>();

    /// Both vehicles registered to a keeper, with the references `car-1` and `van-1`.
    static MadeHistory withCarAndVan() {
        return new MadeHistory()
                .append(registered(CAR, MARK), v5c(CAR, MARK, "car-1"), new MarkIssued(MARK, CAR, DAY))
                .append(registered(VAN, OTHER), v5c(VAN, OTHER, "van-1"), new MarkIssued(OTHER, VAN, DAY));
    }

    MadeHistory append(Fact... facts) {
        UUID transaction = new UUID(0, entries.size());
        for (int i = 0; i < facts.length; i++) {
            long position = entries.size();
            if (facts[i] instanceof V5CIssued issued)
                printed.put(position, issued.documentReference().digest());
            entries.add(new Entry(position, transaction, i == facts.length - 1, false, facts[i]));
        }
        return this;
    }

    History history() {
        return new History(List.copyOf(entries));
    }

    Map<Long, String> printed() {
        return printed;
    }

    /// What a client would have been told of the latest append.
    Acknowledgement told(String key, Class<? extends Fact> effect, String reference) {
        Entry last = entries.getLast();
        return new Acknowledgement(key, last.transactionId().toString(), last.position(), effect, reference);
    }

    static VehicleRegistered registered(VehicleId vehicle, RegistrationMark mark) {
        VehicleDetails details = new VehicleDetails(
                "SKODA", "FABIA", "GREY", "PETROL", 1400, null, 2010, DAY.minusYears(16), "M1", null, null, null);
        return new VehicleRegistered(
                vehicle, new Vin("VIN" + vehicle.text()), mark, details, keeper(), DAY.minusYears(16));
    }

    static V5CIssued v5c(VehicleId vehicle, RegistrationMark mark, String reference) {
        return new V5CIssued(vehicle, mark, credential(reference), DAY);
    }

    static Credential credential(String number) {
        return new Credential(number, sealed());
    }

    static SealedKeeper keeper() {
        return new SealedKeeper(KeeperType.PERSON, sealed(), sealed());
    }

    static SealedParty party() {
        return new SealedParty(sealed());
    }

    private static Sealed sealed() {
        return new Sealed("AAAAAAAAAAAAAAAAAAAAAA.AAAA");
    }
}
