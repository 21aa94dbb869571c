package uk.vehicleregister.program.invariants.order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.access.Role;

/// An intermediary sends a keeper's command, on an authority in the place of the document reference; theirs or not, of
/// that vehicle or another.
record OnBehalf(Order order, int authority, boolean byIntermediary, boolean ofItsVehicle) implements Order {

    static Arbitrary<OnBehalf> any() {
        Arbitrary<Order> orders = Arbitraries.oneOf(
                DeclareSorn.any(), DisposeToTrade.any(), ChangeKeeper.any(), RetainMark.any(), TellOfKeeper.any());
        return Combinators.combine(
                        orders, Arbitraries.integers().between(0, 3), SaleTerms.mostly(true), SaleTerms.mostly(true))
                .as(OnBehalf::new);
    }

    @Override
    public @Nullable Request request(Papers papers) {
        Papers.Authority given = papers.authority(authority);
        Request keepers = order.request(papers);
        return given == null || keepers == null
                ? null
                : (ofItsVehicle ? on(given, keepers) : keepers)
                        .without("documentReference")
                        .with("authorityId", given.id())
                        .as(Role.DEALER, byIntermediary ? Made.INTERMEDIARY : Made.HOUSEHOLDER);
    }

    private static Request on(Papers.Authority given, Request keepers) {
        Request moved = keepers.with("registrationMark", given.mark());
        return keepers.body().containsKey("keeperPostcode") ? moved.with("keeperPostcode", given.postcode()) : moved;
    }

    @Override
    public Expected expected(Model model, Request request, boolean reviewed) {
        return order.expected(model, request, reviewed);
    }

    @Override
    public void done(Model model, Request request, Recorded recorded) {
        order.done(model, request, recorded);
    }
}
