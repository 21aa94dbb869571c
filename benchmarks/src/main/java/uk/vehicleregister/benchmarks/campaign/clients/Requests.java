package uk.vehicleregister.benchmarks.campaign.clients;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MotPassed;
import uk.vehicleregister.kernel.event.VehicleRegistered;

/// What made-up people send. All vehicles are of one half-year, so that any of their marks may go onto any of them, and
/// all keepers live at one postcode, so that nothing but mark, reference and certificate decides.
public final class Requests {

    /// The services are told that it is this day.
    public static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final String POSTCODE = "SA1 5BG";
    private static final Map<String, Object> ADDRESS =
            Map.of("lines", List.of("12 Mill Lane"), "postTown", "Swansea", "postcode", POSTCODE);
    private static final Map<String, Object> KEEPER =
            Map.of("type", "PERSON", "title", "Mrs", "firstNames", "Gwen", "lastName", "Parry", "address", ADDRESS);
    private static final Map<String, Object> TRADER = Map.of("name", "Tawe Motors Ltd", "address", ADDRESS);

    /// @param number no two vehicles have the same
    public static Request registration(int number) {
        return new Request(
                "/v1/vehicles",
                Role.REGISTRAR,
                VehicleRegistered.class,
                null,
                Map.of(
                        "vin", "SAXNVR%011d".formatted(number),
                        "make", "SKODA",
                        "model", "FABIA",
                        "colour", "GREY",
                        "fuelType", "PETROL",
                        "yearOfManufacture", 2010,
                        "dateOfFirstRegistration", "2010-03-15",
                        "typeApproval", "M1",
                        "keeper", KEEPER));
    }

    public static Request keeperChange(V5C v5c) {
        return shown("keeper-changes", Role.CITIZEN, KeeperChanged.class, v5c, sale(Map.of("newKeeper", KEEPER)));
    }

    public static Request retention(V5C v5c) {
        return shown(
                "retentions",
                Role.CITIZEN,
                MarkRetained.class,
                v5c,
                Map.of("keeperPostcode", POSTCODE, "actingAs", "KEEPER", "payment", Map.of("token", "tok_authorised")));
    }

    public static Request assignment(V5C v5c, Certificate certificate) {
        return shown(
                "assignments",
                Role.CITIZEN,
                MarkAssigned.class,
                v5c,
                Map.of(
                        "keeperPostcode",
                        POSTCODE,
                        "certificateNumber",
                        certificate.number(),
                        "markToAssign",
                        certificate.mark(),
                        "granteeConsent",
                        true,
                        "actingAs",
                        "KEEPER"));
    }

    /// Takes no reference: whoever sends it is never too late.
    public static Request motPass(String mark) {
        return new Request(
                "/v1/mot-results",
                Role.OPERATOR,
                MotPassed.class,
                null,
                Map.of(
                        "registrationMark",
                        mark,
                        "testedOn",
                        TODAY.toString(),
                        "result",
                        "PASS",
                        "expiresOn",
                        TODAY.plusYears(1).toString()));
    }

    public static Request disposal(V5C v5c) {
        return shown("disposals", Role.CITIZEN, DisposedToTrade.class, v5c, sale(Map.of("trader", TRADER)));
    }

    public static Request acquisition(V5C v5c) {
        return shown(
                "acquisitions",
                Role.DEALER,
                AcquiredFromTrade.class,
                v5c,
                sale(Map.of("trader", TRADER, "newKeeper", KEEPER, "taxOrSorn", "NEITHER")));
    }

    /// @param rows disposals and acquisitions
    public static Request batch(List<Request> rows) {
        List<Map<String, Object>> items = rows.stream()
                .map(row -> Map.of("command", row.path().substring("/v1/".length()), "body", row.body()))
                .toList();
        return new Request("/v1/batches", Role.DEALER, BatchSubmitted.class, null, Map.of("items", items));
    }

    private static Map<String, Object> sale(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("dateOfSale", TODAY.toString());
        body.put("keeperConsent", true);
        if (!body.containsKey("taxOrSorn")) body.put("rightsToMarkConsent", true);
        return body;
    }

    private static Request shown(
            String command,
            Role role,
            Class<? extends uk.vehicleregister.kernel.event.Fact> effect,
            V5C v5c,
            Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("registrationMark", v5c.mark());
        body.put("documentReference", v5c.reference());
        return new Request("/v1/" + command, role, effect, v5c.reference(), body);
    }

    private Requests() {}
}
