package uk.vehicleregister.program.invariants.check;

import static uk.vehicleregister.program.invariants.check.MadeHistory.CAR;
import static uk.vehicleregister.program.invariants.check.MadeHistory.DAY;
import static uk.vehicleregister.program.invariants.check.MadeHistory.MARK;
import static uk.vehicleregister.program.invariants.check.MadeHistory.OTHER;
import static uk.vehicleregister.program.invariants.check.MadeHistory.VAN;
import static uk.vehicleregister.program.invariants.check.MadeHistory.credential;
import static uk.vehicleregister.program.invariants.check.MadeHistory.keeper;
import static uk.vehicleregister.program.invariants.check.MadeHistory.party;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;

/// Facts about the vehicles of [MadeHistory], written by hand.
final class MadeFacts {

    static final RegistrationMark NEW = new RegistrationMark("CD10NEW");
    static final UUID BATCH = new UUID(0, 4);

    static KeeperChangeReversed reversed(long corrects, @Nullable SealedKeeper keeper) {
        return new KeeperChangeReversed(CAR, corrects, "case 17", DAY, keeper, null, null, DAY);
    }

    static BatchSubmitted submitted(int rows) {
        return new BatchSubmitted(BATCH, rows, "somebody", DAY);
    }

    static BatchRowsWorked worked(WorkedRow row) {
        return new BatchRowsWorked(BATCH, List.of(row), DAY);
    }

    static WorkedRow refused(int row) {
        return new WorkedRow(
                row,
                "disposals",
                MARK,
                WorkedRow.State.REFUSED,
                RefusalCode.NO_KEEPER,
                List.of(),
                List.of(),
                null,
                null);
    }

    static KeeperChanged sold() {
        return new KeeperChanged(CAR, keeper(), DAY, null, null, List.of());
    }

    static DisposedToTrade disposed() {
        return new DisposedToTrade(CAR, MARK, party(), DAY, null, null, List.of());
    }

    static AcquiredFromTrade acquired() {
        return new AcquiredFromTrade(CAR, keeper(), party(), DAY, null, TaxOrSorn.NEITHER, List.of());
    }

    static EntitlementGranted granted() {
        return new EntitlementGranted(MARK, CAR, credential("1-1"), party(), DAY, DAY.plusYears(10));
    }

    static CaseOpened opened() {
        return new CaseOpened(
                new UUID(0, 2),
                new UUID(0, 3),
                "retentions",
                RefusalCode.IDENTITY_CHECK,
                VAN,
                OTHER,
                credential("").sealed(),
                "somebody",
                "citizen",
                null,
                DAY);
    }

    static Fact[] retained() {
        return new Fact[] {new MarkRetained(CAR, MARK, NEW, null, DAY), granted(), new MarkIssued(NEW, CAR, DAY)};
    }

    static Fact[] assigned() {
        return new Fact[] {
            new MarkAssigned(VAN, MARK, OTHER, null, DAY),
            new EntitlementUsed(MARK, VAN, false, DAY),
            new MarkReplaced(OTHER, VAN, DAY)
        };
    }

    private MadeFacts() {}
}
