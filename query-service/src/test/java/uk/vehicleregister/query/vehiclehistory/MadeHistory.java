package uk.vehicleregister.query.vehiclehistory;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.period.AsOf;

/// A made-up life of a vehicle: sales, disposals, marks taken off, corrections and reversals on dates in any
/// order, told in any order; and what a fold so simple that it can be seen to be right makes of it.
record MadeHistory(TestVehicle vehicle, List<AuditTrail.Entry> stream) {

    static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    static final int DAYS = 10;

    private static final String METADATA =
            "{\"transactionId\":\"6f0c2d9b-7e22-4e63-8a51-7f8a1f643f5c\",\"role\":\"citizen\",\"actor\":\"pseudonym-1\"}";
    private static final AtomicLong POSITIONS = new AtomicLong(5_000_000_000L);

    /// @param which of what was told before it corrects
    /// @param gap seconds since the one before was recorded
    record Step(int kind, int day, int which, int gap) {}

    static Arbitrary<MadeHistory> any() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 2))
                .as(Step::new);
        return Combinators.combine(step.list().ofMinSize(0).ofMaxSize(14), Arbitraries.of(true, false))
                .as(MadeHistory::of);
    }

    static MadeHistory of(List<Step> steps, boolean keptFirst) {
        TestVehicle vehicle = TestVehicle.registeredOn(FIRST.toString());
        long first = POSITIONS.getAndAdd(100);
        List<AuditTrail.Entry> stream = new ArrayList<>();
        List<Long> beginnings = new ArrayList<>(List.of(first));
        Instant recorded = START;
        stream.add(entry(vehicle.registered(keptFirst ? keeper() : null), first, 0, recorded));
        for (Step step : steps) {
            long position = first + stream.size();
            recorded = recorded.plusSeconds(step.gap());
            long corrected = beginnings.get(step.which() % beginnings.size());
            VehicleFact fact = fact(vehicle, step, corrected, corrected == first);
            if (fact instanceof KeepershipFact && step.kind() < 3) beginnings.add(position);
            stream.add(entry(fact, position, stream.size(), recorded));
        }
        return new MadeHistory(vehicle, List.copyOf(stream));
    }

    private static VehicleFact fact(TestVehicle vehicle, Step step, long corrected, boolean registration) {
        LocalDate on = FIRST.plusDays(step.day());
        return switch (step.kind()) {
            case 0 -> vehicle.sold(keeper(), on.toString());
            case 1 ->
                new DisposedToTrade(vehicle.id(), vehicle.mark(), new SealedParty(sealed()), on, null, null, List.of());
            case 2 ->
                new AcquiredFromTrade(
                        vehicle.id(), keeper(), new SealedParty(sealed()), on, null, TaxOrSorn.TAX, List.of());
            case 3 -> vehicle.corrected(corrected, null, on.toString());
            case 4 -> vehicle.corrected(corrected, keeper(), on.toString());
            case 5 ->
                registration
                        ? vehicle.corrected(corrected, null, on.toString())
                        : vehicle.reversed(corrected, on.toString());
            default -> new MarkRetained(vehicle.id(), vehicle.mark(), TestVehicle.nextMark(), null, on);
        };
    }

    private static AuditTrail.Entry entry(Fact fact, long position, long version, Instant recorded) {
        return new AuditTrail.Entry(
                new RecordedEvent(
                        position,
                        UUID.randomUUID(),
                        fact.stream(),
                        version,
                        EventCatalogue.nameOf(fact.getClass()),
                        EventCatalogue.revisionOf(fact.getClass()),
                        recorded,
                        EventJson.write(fact),
                        METADATA,
                        true),
                fact);
    }

    private static SealedKeeper keeper() {
        Sealed details = sealed();
        return new SealedKeeper(KeeperType.PERSON, details, details);
    }

    /// A text under a key that nobody has.
    private static Sealed sealed() {
        UUID key = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
        return new Sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".x");
    }

    /// Every date there is a difference on, as known at every time there is one at.
    List<AsOf> questions() {
        List<AsOf> questions = new ArrayList<>();
        for (int day = -1; day <= DAYS; day++)
            for (Instant known : stream.stream()
                    .map(entry -> entry.event().recordedAt())
                    .distinct()
                    .toList()) questions.add(AsOf.of(FIRST.plusDays(day), known));
        questions.add(AsOf.of(null, null));
        return questions;
    }

    /// Since when it is so, and what: a keeper's key, the trade, a mark.
    record Told(LocalDate from, String what) {}

    /// What each event that began a keepership is known to have begun; those that never were are not there.
    static Map<Long, Told> keeperships(List<AuditTrail.Entry> events, Instant known) {
        Map<Long, Told> first = new TreeMap<>();
        Map<Long, Told> standing = new TreeMap<>();
        for (AuditTrail.Entry entry : events) {
            if (entry.event().recordedAt().isAfter(known)) continue;
            long position = entry.event().position();
            switch (entry.fact()) {
                case VehicleRegistered f -> first.put(position, new Told(f.keeperSince(), who(f.keeper())));
                case KeeperCorrected f ->
                    standing.put(
                            f.corrects(),
                            new Told(
                                    f.correctedDate(),
                                    f.correctedKeeper() == null
                                            ? first.get(f.corrects()).what()
                                            : who(f.correctedKeeper())));
                case KeeperChangeReversed f -> standing.remove(f.corrects());
                case KeepershipFact f -> first.put(position, new Told(f.effectiveOn(), who(f.keeper())));
                default -> {
                    continue;
                }
            }
            if (first.containsKey(position)) standing.put(position, first.get(position));
        }
        return standing;
    }

    /// The latest of those that have begun by the date has the word.
    static String at(Map<Long, Told> told, LocalDate date) {
        String last = "nobody";
        for (Told one : told.values()) if (!one.from().isAfter(date)) last = one.what();
        return last;
    }

    String markAt(AsOf asOf) {
        String last = "none";
        for (AuditTrail.Entry entry : stream)
            if (asOf.covers(entry.fact().effectiveOn(), entry.event().recordedAt()))
                last = switch (entry.fact()) {
                    case VehicleRegistered f -> f.mark().text();
                    case VehicleMarkFact f -> f.carries().text();
                    default -> last;
                };
        return last;
    }

    private static String who(@Nullable SealedKeeper keeper) {
        return keeper == null ? "trade" : keeper.details().keyId().toString();
    }
}
