package uk.vehicleregister.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.keeper.ActingBusiness;
import uk.vehicleregister.kernel.keeper.Address;
import uk.vehicleregister.kernel.keeper.Business;
import uk.vehicleregister.kernel.keeper.DriverNumber;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.keeper.Estate;
import uk.vehicleregister.kernel.keeper.FleetNumber;
import uk.vehicleregister.kernel.keeper.Grantee;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.keeper.Nominee;
import uk.vehicleregister.kernel.keeper.Person;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.keeper.Purchaser;
import uk.vehicleregister.kernel.keeper.Trader;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Vin;

/// Made-up people, vehicles and numbers for tests, all of them accepted by today's field rules.
public final class Samples {

    public static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    public static final LocalDate FIRST_REGISTERED = LocalDate.of(2019, 3, 14);

    public static final VehicleId VEHICLE = new VehicleId("Zm9yLXRlc3RzLW9ubHkxMg");
    public static final VehicleId OTHER_VEHICLE = new VehicleId("YW5vdGhlci12ZWhpY2xlMQ");
    public static final Vin VIN = new Vin("WVWZZZ1KZAW000042");

    /// Of the half-year of [#FIRST_REGISTERED].
    public static final RegistrationMark MARK = mark("AB19 CDE");

    /// A mark worth keeping: older than the sample vehicle.
    public static final RegistrationMark PERSONAL_MARK = mark("P4 ULA");
    public static final RegistrationMark Q_MARK = mark("Q123 ABC");
    public static final RegistrationMark REPLACEMENT_MARK = mark("LM19 NOP");

    public static final DocumentReference DOCUMENT_REFERENCE = new DocumentReference("10203040506");
    public static final CertificateNumber CERTIFICATE_NUMBER = new CertificateNumber("1-14316-054027-P4ULA");

    private static final UUID KEY_ID = UUID.fromString("3f2504e0-4f89-41d3-9a0c-0305e82c3301");

    private Samples() {}

    public static RegistrationMark mark(String text) {
        return RegistrationMark.parse(text).orElseThrow();
    }

    public static Address address() {
        return new Address(List.of("12 HARBOUR VIEW", "MUMBLES"), "SWANSEA", new Postcode("SA34HP"));
    }

    public static Person person() {
        return new Person(
                "Mrs",
                "Gwenllian Mair",
                "Prosser-Hughes",
                LocalDate.of(1974, 5, 6),
                new DriverNumber("PROSS755064GM9IJ"),
                new Email("gwenllian@example.org"),
                address());
    }

    public static Business business() {
        return new Business(
                "TAFF VAN HIRE (CARDIFF) LTD",
                new FleetNumber("12345-"),
                new Email("fleet@taffvans.example"),
                new Address(List.of("UNIT 7 DOCK ROAD"), "CARDIFF", new Postcode("CF104PZ")));
    }

    /// Under the name and address of its executor.
    public static Estate estate() {
        return new Estate(
                "LLOYD & REES SOLICITORS",
                new Address(List.of("3 CHAPEL STREET"), "CARDIFF", new Postcode("CF103NP")),
                new Email("probate@lloydrees.example"));
    }

    public static Trader trader() {
        return new Trader(
                "Q & J MOTORS",
                new Email("sales@qjmotors.example"),
                new Address(List.of("1 FORECOURT LANE"), "NEATH", new Postcode("SA111AB")));
    }

    public static ActingBusiness actingBusiness() {
        return new ActingBusiness(
                "PLATES FOR YOU",
                "IDRIS LLOYD",
                new Email("idris@platesforyou.example"),
                new Address(List.of("44 ARCADE BUILDINGS"), "NEWPORT", new Postcode("NP201AA")));
    }

    public static Grantee grantee() {
        return new Grantee("Mrs Gwenllian Mair Prosser-Hughes", address(), new Email("gwenllian@example.org"));
    }

    public static Purchaser purchaser() {
        return new Purchaser("OWEN REES", address(), new Email("owen@example.org"));
    }

    public static Nominee nominee() {
        return new Nominee("MEGAN REES", address(), new Email("megan@example.org"));
    }

    /// A petrol car of [#FIRST_REGISTERED].
    public static VehicleDetails vehicleDetails() {
        return vehicleDetails(FIRST_REGISTERED, "M1");
    }

    public static VehicleDetails vehicleDetails(LocalDate firstRegistered, @Nullable String typeApproval) {
        return new VehicleDetails(
                "VOLKSWAGEN",
                "GOLF SE TSI",
                "BLUE",
                "PETROL",
                1395,
                122,
                firstRegistered.getYear(),
                firstRegistered,
                typeApproval,
                "2 AXLE RIGID BODY",
                1880,
                "EURO6");
    }

    /// A stand-in that has the form of a sealed text and hides nothing: for tests without a vault only.
    public static Sealed sealed(String text) {
        byte[] keyId = ByteBuffer.allocate(16)
                .putLong(KEY_ID.getMostSignificantBits())
                .putLong(KEY_ID.getLeastSignificantBits())
                .array();
        return new Sealed(base64(keyId) + "." + base64(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static SealedKeeper sealedPerson() {
        return new SealedKeeper(KeeperType.PERSON, sealed("a person"), sealed("SA34HP"));
    }

    public static SealedKeeper sealedBusiness() {
        return new SealedKeeper(KeeperType.BUSINESS, sealed("a business"), sealed("CF104PZ"));
    }

    public static SealedKeeper sealedEstate() {
        return new SealedKeeper(KeeperType.ESTATE, sealed("an estate"), sealed("CF103NP"));
    }

    public static SealedParty sealedParty() {
        return new SealedParty(sealed("a party"));
    }

    public static Credential credential() {
        return credential(DOCUMENT_REFERENCE.text());
    }

    /// Stands in for the keyed digest and sealed copy of that number.
    public static Credential credential(String number) {
        return new Credential("digest-of-" + number, sealed(number));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
