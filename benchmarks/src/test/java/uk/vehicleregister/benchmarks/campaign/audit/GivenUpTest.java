package uk.vehicleregister.benchmarks.campaign.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.program.invariants.check.AcknowledgedOnce;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.check.History;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// A command whose client went away may be in the log, but not twice.
class GivenUpTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final VehicleId CAR = new VehicleId("car");
    private static final Sealed SEALED = new Sealed("AAAAAAAAAAAAAAAAAAAAAA.AAAA");
    private static final GivenUp SALE = new GivenUp("key", KeeperChanged.class, "ref-0");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, String> printed = new HashMap<>();

    GivenUpTest() {
        v5c("ref-0");
    }

    @Test
    void one_that_is_not_there() {
        assertThat(found(SALE)).isEmpty();
    }

    @Test
    void one_that_is_there_once() {
        sale();
        v5c("ref-1");

        assertThat(found(SALE)).singleElement().satisfies(as -> {
            assertThat(as.position()).isEqualTo(2);
            assertThat(as.key()).isEqualTo("key");
        });
        assertThat(AcknowledgedOnce.violations(new History(entries).after(0), found(SALE)))
                .isEmpty();
    }

    @Test
    void one_that_is_there_twice() {
        sale();
        v5c("ref-1");
        sale();
        v5c("ref-2");

        assertThat(AcknowledgedOnce.violations(new History(entries).after(0), found(SALE)))
                .singleElement()
                .asString()
                .contains("nobody was told of what was recorded at 4");
    }

    @Test
    void what_is_there_is_not_what_was_asked_for() {
        sale();
        v5c("ref-1");

        assertThat(found(new GivenUp("key", MarkRetained.class, "ref-0"))).isEmpty();
    }

    /// Its reference is still good, and the next command of the same kind is proven by it.
    @Test
    void one_that_is_not_there_and_another_that_was_told() {
        sale();
        v5c("ref-1");
        Acknowledgement another =
                new Acknowledgement("another", new UUID(0, 2).toString(), 2, KeeperChanged.class, "ref-0");

        List<Acknowledgement> found =
                GivenUp.asTheLogSays(new History(entries), printed, List.of(SALE), Set.of(another.position()));
        assertThat(found).isEmpty();
        assertThat(AcknowledgedOnce.violations(new History(entries).after(0), List.of(another)))
                .isEmpty();
    }

    private List<Acknowledgement> found(GivenUp givenUp) {
        return GivenUp.asTheLogSays(new History(entries), printed, List.of(givenUp), Set.of());
    }

    private void sale() {
        SealedKeeper keeper = new SealedKeeper(KeeperType.PERSON, SEALED, SEALED);
        entries.add(entry(false, new KeeperChanged(CAR, keeper, DAY, null, null, List.of())));
    }

    private void v5c(String reference) {
        printed.put((long) entries.size(), reference);
        entries.add(entry(
                true, new V5CIssued(CAR, new RegistrationMark("AB10CDE"), new Credential(reference, SEALED), DAY)));
    }

    private Entry entry(boolean ends, uk.vehicleregister.kernel.event.Fact fact) {
        return new Entry(entries.size(), new UUID(0, printed.size() + (ends ? 0 : 1)), ends, false, fact);
    }
}
