package uk.vehicleregister.command.keeper.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.Address;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.keeper.Person;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Vin;

/// A keeper change decided, and ten facts folded before it. It lies in the slice's package of another module, for rule
/// and command are nobody else's business.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecideAndEvolve {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
    private static final RegistrationMark MARK = new RegistrationMark("AB51CDE");
    private static final VehicleId VEHICLE = new VehicleId("0123456789012345678901");
    private static final Sealed SEALED = new Sealed("k".repeat(22) + ".x");
    private static final SealedKeeper KEEPER = new SealedKeeper(KeeperType.PERSON, SEALED, SEALED);
    private static final Credential V5C = new Credential("digest", SEALED);

    private final List<VehicleFact> facts = facts();
    private final ChangeKeeper command = new ChangeKeeper(
            MARK,
            new Proof.Reference(new DocumentReference("12345678901")),
            new Person(
                    "Mr",
                    "Owen",
                    "Rees",
                    null,
                    null,
                    null,
                    new Address(List.of("7 Castle Road"), "Cardiff", new Postcode("CF103NP"))),
            TODAY,
            null,
            true,
            true,
            null,
            Set.of());
    private final ChangeKeeperDecider.Papers papers = new ChangeKeeperDecider.Papers(VEHICLE, KEEPER, null, V5C);
    private final ChangeKeeperDecider.Vehicle vehicle = folded();

    private static List<VehicleFact> facts() {
        VehicleDetails details = new VehicleDetails(
                "FORD", "FOCUS", "BLUE", "PETROL", 1596, 150, 2001, LocalDate.of(2001, 9, 1), "M1", null, null, null);
        List<VehicleFact> facts = new ArrayList<>();
        facts.add(new VehicleRegistered(
                VEHICLE, new Vin("WF0AXXGCDA1234567"), MARK, details, KEEPER, LocalDate.of(2001, 9, 1)));
        facts.add(new V5CIssued(VEHICLE, MARK, V5C, LocalDate.of(2001, 9, 1)));
        for (int year = 2002; year < 2006; year++) {
            LocalDate sold = LocalDate.of(year, 1, 1);
            facts.add(new KeeperChanged(VEHICLE, KEEPER, sold, null, null, List.of()));
            facts.add(new V5CIssued(VEHICLE, MARK, V5C, sold));
        }
        return facts;
    }

    private ChangeKeeperDecider.Vehicle folded() {
        return Fold.of(facts, ChangeKeeperDecider.Vehicle.NEW, ChangeKeeperDecider::evolve);
    }

    @Benchmark
    public Object evolveTenFacts() {
        return folded();
    }

    @Benchmark
    public Object decide() {
        return ChangeKeeperDecider.decide(command, vehicle, papers, TODAY);
    }
}
