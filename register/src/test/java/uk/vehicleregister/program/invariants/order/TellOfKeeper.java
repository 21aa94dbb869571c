package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.program.running.WholeRegister;

/// The keeper has another name, or has died.
///
/// @param died null: they only have another name
record TellOfKeeper(
        int vehicle,
        Shown shown,
        Made.Keeper keeper,
        @Nullable LocalDate died) implements Order {

    static Arbitrary<TellOfKeeper> any() {
        LocalDate today = WholeRegister.TODAY;
        Arbitrary<LocalDate> dates = Arbitraries.frequency(
                Tuple.of(3, today), Tuple.of(1, today.plusDays(1)), Tuple.of(1, today.minusYears(3)));
        return Combinators.combine(
                        Orders.vehicle(), Orders.shown(), Arbitraries.of(Made.Keeper.class), dates.injectNull(0.5))
                .as(TellOfKeeper::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.V5C v5c = shown.of(papers, vehicle);
        Request request = died == null
                ? Request.of("keeper-details", Role.CITIZEN, KeeperDetailsChanged.class, "keeper", keeper.json())
                : Request.of("keeper-deaths", Role.CITIZEN, KeeperDied.class, "dateOfDeath", died.toString())
                        .with("executor", Made.executor());
        return request.with("registrationMark", v5c.mark()).with("documentReference", v5c.reference());
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return model.onVehicle(request, vehicle -> {
            Expected soFar = Expected.DONE.unless(vehicle.has(Marker.V5C_SUPPRESSED), RefusalCode.V5C_SUPPRESSED);
            return died == null ? renamed(vehicle, soFar) : dead(vehicle, soFar);
        });
    }

    private Expected renamed(ModelVehicle vehicle, Expected soFar) {
        return vehicle.unlessGone(soFar.unless(vehicle.inTrade(), RefusalCode.NO_KEEPER))
                .unless(!vehicle.keeperName().equals(keeper.name()), RefusalCode.NOT_THE_SAME_KEEPER);
    }

    private Expected dead(ModelVehicle vehicle, Expected soFar) {
        boolean isEstate = vehicle.isKeptBy(ModelVehicle.ESTATE);
        boolean isPerson = vehicle.isKeptBy(Made.Keeper.PERSON.name());
        return vehicle.unlessGone(soFar.unless(isEstate, RefusalCode.ALREADY_AN_ESTATE)
                        .unless(!isPerson, RefusalCode.NO_PERSON_AS_KEEPER))
                .unless(died.isAfter(WholeRegister.TODAY), RefusalCode.DATE_IN_FUTURE)
                .unless(died.isBefore(vehicle.keptSince()), RefusalCode.DATE_BEFORE_KEEPERSHIP);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle vehicle = model.the(request);
        vehicle.issued(recorded.v5c());
        if (died == null) {
            vehicle.now().who = Objects.requireNonNull(vehicle.now().who).toldAnew();
            return;
        }
        vehicle.begin(Beginning.Kind.DIED, died, Beginning.Who.estate(), recorded, KeeperDied.class);
        vehicle.taxEnds(died, recorded);
    }
}
