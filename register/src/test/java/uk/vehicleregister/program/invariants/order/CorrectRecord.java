package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.program.invariants.order.Beginning.Kind;
import uk.vehicleregister.program.invariants.order.Beginning.Who;
import uk.vehicleregister.program.running.WholeRegister;

/// A registrar tells who became keeper and when, or that it never was (contract.md, corrections). What is told may be
/// nothing that such an event tells, or be the event of another vehicle.
///
/// @param on null: as it stands
/// @param who null: as it stands; with neither the change never was
record CorrectRecord(
        int vehicle, int entry, Slip slip, @Nullable LocalDate on, Made.@Nullable Keeper who) implements Order {

    enum Slip {
        NONE,
        EVENT_OF_ANOTHER,
        DATE_OF_ANOTHER_KIND
    }

    static Arbitrary<CorrectRecord> any() {
        LocalDate today = WholeRegister.TODAY;
        Arbitrary<LocalDate> dates = Arbitraries.frequency(
                Tuple.of(4, today),
                Tuple.of(4, today.minusDays(20)),
                Tuple.of(4, today.minusYears(4)),
                Tuple.of(1, today.plusDays(1)));
        Arbitrary<Slip> slips = Arbitraries.frequency(
                Tuple.of(12, Slip.NONE), Tuple.of(1, Slip.EVENT_OF_ANOTHER), Tuple.of(1, Slip.DATE_OF_ANOTHER_KIND));
        return Combinators.combine(
                        Orders.vehicle(),
                        Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(2, 1), Tuple.of(1, 2), Tuple.of(1, 9)),
                        slips,
                        dates.injectNull(0.5),
                        Arbitraries.of(Made.Keeper.class).injectNull(0.6))
                .as(CorrectRecord::new);
    }

    @Override
    public Request request(Papers papers) {
        Papers.Entry wrong = papers.entry(vehicle, entry);
        long corrects =
                slip == Slip.EVENT_OF_ANOTHER ? papers.entry(vehicle + 1, 0).position() : wrong.position();
        boolean never = on == null && who == null;
        Request request = Request.of(
                "corrections",
                Role.REGISTRAR,
                never ? KeeperChangeReversed.class : KeeperCorrected.class,
                "vehicleId",
                wrong.vehicleId(),
                "corrects",
                corrects,
                "reason",
                "case 17");
        if (never) return request.with("reversed", true);
        if (who != null) request = request.with("newKeeper", who.json());
        boolean isFirst = wrong.isFirst() != (slip == Slip.DATE_OF_ANOTHER_KIND);
        return on == null ? request : request.with(isFirst ? "keeperSince" : "dateOfSale", on.toString());
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        ModelVehicle vehicle = model.withId(request.text("vehicleId"));
        Beginning told = told(vehicle, request);
        if (told == null) return Expected.refused(RefusalCode.NOT_FOUND);
        if (request.says("reversed"))
            return Expected.DONE
                    .unless(told.kind == Kind.REGISTERED, RefusalCode.NOT_CORRECTABLE)
                    .unless(told.neverWas, RefusalCode.NOTHING_TO_CORRECT);
        LocalDate date = on == null ? told.date : on;
        boolean asItStands = !told.neverWas && date.equals(told.date) && !namesAnother(told);
        return Expected.DONE
                .unless(!canBeTold(told, request), RefusalCode.NOT_CORRECTABLE)
                .unless(date.isAfter(WholeRegister.TODAY), RefusalCode.DATE_IN_FUTURE)
                .unless(asItStands, RefusalCode.NOTHING_TO_CORRECT);
    }

    private static @Nullable Beginning told(ModelVehicle vehicle, Request request) {
        return vehicle.beganAt(Long.parseLong(request.text("corrects"))).orElse(null);
    }

    private boolean namesAnother(Beginning told) {
        return who != null && told.who != null && !told.who.name().equals(who.name());
    }

    private boolean canBeTold(Beginning told, Request request) {
        return switch (told.kind) {
            case REGISTERED -> !request.body().containsKey("dateOfSale");
            case SOLD, OUT_OF_TRADE -> !request.body().containsKey("keeperSince");
            case INTO_TRADE -> !request.body().containsKey("keeperSince") && who == null;
            case DIED -> false;
        };
    }

    /// Who holds a V5C that is wrong now gets another, unless none can be had.
    @Override
    public void done(Model model, Request request, Recorded recorded) {
        ModelVehicle vehicle = model.withId(request.text("vehicleId"));
        Beginning told = Objects.requireNonNull(told(vehicle, request));
        Who before = vehicle.now().who;
        LocalDate since = vehicle.now().date;
        told.neverWas = request.says("reversed");
        if (!told.neverWas && on != null) told.date = on;
        if (!told.neverWas && namesAnother(told)) told.who = Who.of(Objects.requireNonNull(who));
        boolean reissued = vehicle.canHaveV5C() && vehicle.isWrong(before, since);
        if (reissued != recorded.has(V5CIssued.class))
            throw new AssertionError("a V5C should " + (reissued ? "have been" : "not have been") + " printed");
        if (reissued) vehicle.issued(recorded.v5c());
    }
}
