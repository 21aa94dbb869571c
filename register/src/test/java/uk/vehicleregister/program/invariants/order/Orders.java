package uk.vehicleregister.program.invariants.order;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// Everything people send, and how often.
public final class Orders {

    /// What a run begins with, so that there is something to act upon.
    public static final List<Order> FIRST = List.of(
            RegisterVehicle.plain(RegisterVehicle.Kind.HATCHBACK),
            RegisterVehicle.plain(RegisterVehicle.Kind.ESTATE),
            RegisterVehicle.plain(RegisterVehicle.Kind.ESTATE));

    public static Arbitrary<Order> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, RegisterVehicle.any()),
                Tuple.of(4, ChangeKeeper.any()),
                Tuple.of(3, DisposeToTrade.any()),
                Tuple.of(5, AcquireFromTrade.any()),
                Tuple.of(5, RetainMark.any()),
                Tuple.of(5, AssignMark.any()),
                Tuple.of(4, SetMarker.any()),
                Tuple.of(4, DecideCase.any()),
                Tuple.of(2, LeaveTheRoad.any()),
                Tuple.of(1, ReplaceV5C.any()),
                Tuple.of(2, TellOfKeeper.any()),
                Tuple.of(3, TransferMark.any()),
                Tuple.of(1, BuyEntitlement.any()),
                Tuple.of(4, CorrectRecord.any()),
                Tuple.of(1, CorrectDetails.any()),
                Tuple.of(1, ExtendEntitlement.any()),
                Tuple.of(2, NameNominee.any()),
                Tuple.of(1, SurrenderEntitlement.any()),
                Tuple.of(3, GrantAuthority.any()),
                Tuple.of(1, RevokeAuthority.any()),
                Tuple.of(4, OnBehalf.any()),
                Tuple.of(2, PayTax.any()),
                Tuple.of(2, DeclareSorn.any()),
                Tuple.of(1, TellOfMot.any()),
                Tuple.of(2, SubmitBatch.any()),
                Tuple.of(1, Unfit.any()));
    }

    static Arbitrary<Integer> vehicle() {
        return Arbitraries.integers().between(0, 5);
    }

    /// Three wrong ones lock a mark, so most are right.
    static Arbitrary<Shown> shown() {
        return Arbitraries.frequency(Tuple.of(16, Shown.LATEST), Tuple.of(1, Shown.DEAD), Tuple.of(1, Shown.WRONG));
    }

    private Orders() {}
}
