package uk.vehicleregister.command.record.correct;

import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.record.correct.CorrectRecord.Correction;
import uk.vehicleregister.command.record.correct.CorrectRecord.Keepership;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

/// What the rule tests of corrections are about: a vehicle whose facts stand at positions 100, 101 and so on.
final class Corrections {

    static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    static final String REASON = "case 17";

    static final SealedKeeper ANNA = keeper("anna");
    static final SealedKeeper BEN = keeper("ben");
    static final SealedKeeper BEN_MARRIED = keeper("ben under another name");
    static final SealedKeeper CARL = keeper("carl");
    static final SealedKeeper DORA = keeper("dora");
    static final VehicleFact REGISTERED = registered(MARK, FIRST_REGISTERED, "M1", ANNA);
    static final VehicleFact SOLD_TO_BEN = sold(BEN, MAY);

    static SealedKeeper keeperAfter(Given.Then then) {
        return switch (then.thenAccepted().getFirst()) {
            case KeeperCorrected f -> f.keeper();
            case KeeperChangeReversed f -> f.keeper();
            case Fact other -> throw new AssertionError(other);
        };
    }

    static SealedKeeper keeper(String name) {
        return new SealedKeeper(KeeperType.PERSON, sealed(name), sealed("SA34HP"));
    }

    static VehicleFact sold(SealedKeeper to, LocalDate on) {
        return new KeeperChanged(VEHICLE, to, on, null, null, List.of());
    }

    static VehicleFact acquired(SealedKeeper by, LocalDate on) {
        return new AcquiredFromTrade(VEHICLE, by, sealedParty(), on, null, TaxOrSorn.NEITHER, List.of());
    }

    static VehicleDetails details(String colour) {
        return colour(colour).over(vehicleDetails());
    }

    static Keepership keeper() {
        return new Keepership(null, null, person());
    }

    static Keepership soldOn(LocalDate date) {
        return new Keepership(date, null, null);
    }

    static CorrectedDetails colour(String colour) {
        return new CorrectedDetails(null, null, colour, null, null, null, null, null, null, null, null, Set.of());
    }

    static CorrectedDetails madeIn(int year) {
        return new CorrectedDetails(null, null, null, null, null, null, year, null, null, null, null, Set.of());
    }

    static V5CIssued v5cOf(@Nullable SealedKeeper holder) {
        return new V5CIssued(VEHICLE, MARK, printedFor(holder), TODAY);
    }

    static Credential printedFor(@Nullable SealedKeeper holder) {
        return credential(holder == null ? "nobody" : holder.details().text());
    }

    static Given<VehicleRecord> given(VehicleFact... facts) {
        List<VehicleRecord.Told> told = new java.util.ArrayList<>();
        for (int i = 0; i < facts.length; i++) told.add(new VehicleRecord.Told(100 + i, facts[i]));
        return new Given<>(Fold.of(told, VehicleRecord.EMPTY, VehicleRecord::after));
    }

    static Function<VehicleRecord, Decision> told(long position, Correction correction) {
        return decided(position, correction, false);
    }

    static Function<VehicleRecord, Decision> sameKeeper(long position, Correction correction) {
        return decided(position, correction, true);
    }

    static Function<VehicleRecord, Decision> decided(long position, Correction correction, boolean same) {
        CorrectRecord command = new CorrectRecord(VEHICLE, position, REASON, correction);
        return vehicle -> CorrectRecordDecider.decide(command, vehicle, same, new Press(), TODAY);
    }

    /// The keeper told of is Dora, and a number tells whom it was printed for.
    private static final class Press implements CorrectRecordDecider.Press {

        @Override
        public SealedKeeper newKeeper() {
            return DORA;
        }

        @Override
        public Credential v5c(@Nullable SealedKeeper holder) {
            return printedFor(holder);
        }
    }

    private Corrections() {}
}
