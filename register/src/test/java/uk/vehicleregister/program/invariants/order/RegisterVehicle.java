package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// A first registration; a careless registrar gives a mark or a VIN that another vehicle has.
public record RegisterVehicle(Kind kind, Made.Keeper keeper, Slip slip, int other) implements Order {

    static final String COLOUR = "GREY";

    /// No two of one half-year, so that the date alone tells which mark is newer.
    public enum Kind {
        HATCHBACK("2010-03-15", "M1"),
        ESTATE("2018-10-01", "M1"),
        TRACTOR("2015-05-01", "T1"),
        CLASSIC("1995-06-01", "M1"),
        KIT_CAR("2012-01-10", "M1");

        final LocalDate registered;
        final String typeApproval;

        Kind(String registered, String typeApproval) {
            this.registered = LocalDate.parse(registered);
            this.typeApproval = typeApproval;
        }
    }

    enum Slip {
        NONE,
        MARK_OF_ANOTHER,
        VIN_OF_ANOTHER
    }

    public static RegisterVehicle plain(Kind kind) {
        return new RegisterVehicle(kind, Made.Keeper.PERSON, Slip.NONE, 0);
    }

    static Arbitrary<RegisterVehicle> any() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(Made.Keeper.class),
                        Arbitraries.frequency(
                                Tuple.of(4, Slip.NONE),
                                Tuple.of(1, Slip.MARK_OF_ANOTHER),
                                Tuple.of(1, Slip.VIN_OF_ANOTHER)),
                        Orders.vehicle())
                .as(RegisterVehicle::new);
    }

    @Override
    public Request request(Papers papers) {
        Request request = Request.of(
                "vehicles",
                Role.REGISTRAR,
                VehicleRegistered.class,
                "vin",
                slip == Slip.VIN_OF_ANOTHER ? papers.vin(other) : Made.vin(),
                "make",
                "SKODA",
                "model",
                kind.name().replace('_', ' '),
                "colour",
                COLOUR,
                "fuelType",
                "PETROL",
                "yearOfManufacture",
                kind.registered.getYear(),
                "dateOfFirstRegistration",
                kind.registered.toString(),
                "typeApproval",
                kind.typeApproval,
                "keeper",
                keeper.json());
        if (slip == Slip.MARK_OF_ANOTHER)
            return request.with("registrationMark", papers.latest(other).mark());
        return kind == Kind.KIT_CAR ? request.with("registrationMark", Made.qMark()) : request;
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        String mark = request.text("registrationMark");
        return Expected.DONE
                .unless(
                        model.vehicles.stream().anyMatch(vehicle -> vehicle.vin.equals(request.text("vin"))),
                        RefusalCode.VIN_ALREADY_REGISTERED)
                .unless(model.wouldLookNewer(mark, kind), RefusalCode.WOULD_LOOK_NEWER)
                .unless(model.places.containsKey(mark), RefusalCode.MARK_NOT_AVAILABLE);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        Papers.V5C v5c = recorded.v5c();
        if (model.places.containsKey(v5c.mark())) throw new AssertionError("a mark was allocated twice");
        ModelVehicle vehicle = new ModelVehicle(request.text("vin"), kind, keeper, recorded);
        model.vehicles.add(vehicle);
        model.put(v5c.mark(), vehicle);
        if (kind != Kind.KIT_CAR) model.ages.put(v5c.mark(), kind.registered);
    }
}
