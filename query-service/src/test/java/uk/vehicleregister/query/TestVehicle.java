package uk.vehicleregister.query;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.AttemptRefused;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.MarkTransferredAway;
import uk.vehicleregister.kernel.event.MarkTransferredIn;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.MarkerSet;
import uk.vehicleregister.kernel.event.MotFailed;
import uk.vehicleregister.kernel.event.MotPassed;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.kernel.event.SornDeclared;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Vin;

/// A made-up vehicle and what may happen to it, as facts.
public record TestVehicle(VehicleId id, RegistrationMark mark, LocalDate firstRegistered) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// The name of every sealed keeper, which no answer and no log line may hold.
    public static final String SECRET_NAME = "Featherstonehaugh";

    public static TestVehicle registeredOn(String date) {
        return new TestVehicle(
                new VehicleId("v-" + UUID.randomUUID().toString().substring(0, 19)), nextMark(), LocalDate.parse(date));
    }

    /// Each one once in this JVM: AB51 AAA and on.
    public static RegistrationMark nextMark() {
        int n = NUMBER.getAndIncrement();
        String letters = "" + letter(n / 529) + letter(n / 23) + letter(n);
        return new RegistrationMark("AB%02d%s".formatted(51 + n / 12167, letters));
    }

    private static char letter(int n) {
        return "ABCDEFGHJKLMNOPRSTUVWXY".charAt(n % 23);
    }

    public VehicleRegistered registered(@Nullable SealedKeeper keeper) {
        return registered(keeper, firstRegistered);
    }

    public VehicleRegistered registered(@Nullable SealedKeeper keeper, LocalDate since) {
        return new VehicleRegistered(id, new Vin("WVWZZZ1JZ3W386752"), mark, details(), keeper, since);
    }

    public VehicleDetails details() {
        return new VehicleDetails(
                "VOLKSWAGEN",
                "GOLF",
                "BLUE",
                "PETROL",
                1595,
                null,
                firstRegistered.getYear(),
                firstRegistered,
                "M1",
                "2 AXLE RIGID BODY",
                null,
                "EURO4");
    }

    public MarkIssued issued() {
        return new MarkIssued(mark, id, firstRegistered);
    }

    public V5CIssued v5c(TestLog log, String number, String on) {
        return new V5CIssued(id, mark, log.credential(number), LocalDate.parse(on));
    }

    public KeeperChanged sold(SealedKeeper to, String on) {
        return new KeeperChanged(id, to, LocalDate.parse(on), null, null, List.of());
    }

    public DisposedToTrade disposed(TestLog log, String on) {
        return new DisposedToTrade(
                id, mark, new SealedParty(log.seal("{}")), LocalDate.parse(on), null, null, List.of());
    }

    public AcquiredFromTrade acquired(TestLog log, SealedKeeper by, String on) {
        return new AcquiredFromTrade(
                id, by, new SealedParty(log.seal("{}")), LocalDate.parse(on), null, TaxOrSorn.TAX, List.of());
    }

    /// An application about its mark that waits for a registrar.
    public CaseOpened caseOpened(TestLog log) {
        return new CaseOpened(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "retentions",
                RefusalCode.DIRECT_TO_PAPER,
                id,
                mark,
                log.seal("{}"),
                "applicant-1",
                "citizen",
                null,
                LocalDate.parse("2026-07-01"));
    }

    public AttemptRefused refused(RefusalCode code) {
        return new AttemptRefused(UUID.randomUUID(), "retentions", mark, code, LocalDate.parse("2026-07-01"));
    }

    /// Somebody looked at its documents.
    public RecordDisclosed looked(@Nullable LocalDate notToldBefore) {
        return new RecordDisclosed(
                UUID.randomUUID(),
                DisclosureKind.DOCUMENTS,
                id,
                null,
                DisclosurePurpose.CASE_WORK,
                "CASE-1",
                null,
                notToldBefore,
                LocalDate.parse("2026-07-01"));
    }

    public KeeperDied died(SealedKeeper estate, String on) {
        return new KeeperDied(id, estate, LocalDate.parse(on));
    }

    public KeeperDetailsChanged detailsChanged(SealedKeeper keeper, String on) {
        return new KeeperDetailsChanged(id, keeper, LocalDate.parse(on));
    }

    public MarkerSet marked(Marker marker, String on) {
        return new MarkerSet(id, marker, "a test", LocalDate.parse(on));
    }

    public MarkerLifted unmarked(Marker marker, String on) {
        return new MarkerLifted(id, marker, "a test", LocalDate.parse(on));
    }

    /// Who is keeper after it, and what later dates are compared with, is for the command side: here it is not read.
    public KeeperCorrected corrected(long position, @Nullable SealedKeeper keeper, String date) {
        return new KeeperCorrected(
                id, position, "a test", keeper, LocalDate.parse(date), null, null, null, LocalDate.parse(date));
    }

    public KeeperChangeReversed reversed(long position, String date) {
        return new KeeperChangeReversed(
                id, position, "a test", LocalDate.parse(date), null, null, null, LocalDate.parse(date));
    }

    public DetailsCorrected repainted(long position, String colour) {
        VehicleDetails told = details();
        VehicleDetails right = new VehicleDetails(
                told.make(),
                told.model(),
                colour,
                told.fuelType(),
                told.engineCapacity(),
                told.co2Emissions(),
                told.yearOfManufacture(),
                told.dateOfFirstRegistration(),
                told.typeApproval(),
                told.wheelplan(),
                told.revenueWeight(),
                told.euroStatus());
        return new DetailsCorrected(id, position, "a test", right, firstRegistered);
    }

    public TaxPaid taxed(String from, String until) {
        return new TaxPaid(id, LocalDate.parse(from), LocalDate.parse(until));
    }

    public SornDeclared offRoad(String from) {
        return new SornDeclared(id, LocalDate.parse(from));
    }

    public MotPassed passed(String testedOn, String expiresOn) {
        return new MotPassed(id, LocalDate.parse(testedOn), LocalDate.parse(expiresOn));
    }

    public MotFailed failed(String testedOn) {
        return new MotFailed(id, LocalDate.parse(testedOn));
    }

    /// The vehicle's and the marks' facts of one retention.
    public uk.vehicleregister.kernel.event.Fact[] retained(
            TestLog log, RegistrationMark replacement, String number, String on) {
        LocalDate date = LocalDate.parse(on);
        return new uk.vehicleregister.kernel.event.Fact[] {
            new MarkRetained(id, mark, replacement, null, date),
            new EntitlementGranted(
                    mark, id, log.credential(number), new SealedParty(log.seal("{}")), date, date.plusYears(10)),
            new MarkIssued(replacement, id, date),
            new V5CIssued(id, replacement, log.credential("22222222222"), date)
        };
    }

    /// The facts of one assignment of a mark on a certificate to this vehicle.
    public uk.vehicleregister.kernel.event.Fact[] assigned(TestLog log, RegistrationMark put, String on) {
        LocalDate date = LocalDate.parse(on);
        return new uk.vehicleregister.kernel.event.Fact[] {
            new MarkAssigned(id, put, mark, null, date),
            new EntitlementUsed(put, id, false, date),
            new MarkReplaced(mark, id, date),
            new V5CIssued(id, put, log.credential("33333333333"), date)
        };
    }

    public static SealedKeeper estate(TestLog log) {
        Sealed details = log.seal("{\"executor\":\"" + SECRET_NAME + "\"}");
        return new SealedKeeper(KeeperType.ESTATE, details, details);
    }

    /// The facts by which this vehicle's mark goes straight to that one.
    public uk.vehicleregister.kernel.event.Fact[] transferred(
            TestLog log, TestVehicle to, RegistrationMark replacement, String on) {
        LocalDate date = LocalDate.parse(on);
        return new uk.vehicleregister.kernel.event.Fact[] {
            new MarkTransferredAway(id, mark, replacement, to.id, date),
            new V5CIssued(id, replacement, log.credential("44444444444"), date),
            new MarkTransferredIn(to.id, mark, to.mark, id, date),
            new V5CIssued(to.id, mark, log.credential("55555555555"), date),
            new MarkTransferred(mark, id, to.id, date),
            new MarkIssued(replacement, id, date),
            new MarkReplaced(to.mark, to.id, date)
        };
    }

    /// Somebody bought a mark that was on no vehicle before.
    public static EntitlementBought bought(TestLog log, RegistrationMark mark, String number, String on) {
        LocalDate date = LocalDate.parse(on);
        return new EntitlementBought(
                mark, log.credential(number), new SealedParty(log.seal("{}")), null, date, date.plusYears(10));
    }

    public static NomineeNamed named(TestLog log, RegistrationMark mark, String number, String on, String expiresOn) {
        return new NomineeNamed(
                mark,
                log.credential(number),
                new SealedParty(log.seal("{}")),
                LocalDate.parse(on),
                LocalDate.parse(expiresOn));
    }

    public static EntitlementExtended extended(
            TestLog log, RegistrationMark mark, String number, String on, String expiresOn) {
        return new EntitlementExtended(mark, log.credential(number), LocalDate.parse(on), LocalDate.parse(expiresOn));
    }

    public static SealedKeeper person(TestLog log) {
        Sealed details = log.seal("{\"lastName\":\"" + SECRET_NAME + "\"}");
        return new SealedKeeper(KeeperType.PERSON, details, details);
    }
}
