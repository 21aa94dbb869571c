package uk.vehicleregister.program.lifestory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.program.lifestory.MadeUp.address;
import static uk.vehicleregister.program.lifestory.MadeUp.person;
import static uk.vehicleregister.program.lifestory.MadeUp.vehicle;
import static uk.vehicleregister.program.lifestory.Teller.body;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.running.WholeRegister;

/// One car, one mark, and what everybody could read of them after each step. Business dates are those people told; all
/// of it is recorded on 1 July 2026.
class LifeStoryTest {

    private static final String TODAY = WholeRegister.TODAY.toString();
    private static final String FIRST = "2016-03-15";
    private static final String SOLD = "2025-09-01";
    private static final String INTO_TRADE = "2026-02-10";
    private static final String OUT_OF_TRADE = "2026-04-20";
    private static final String OFF_THE_ROAD = "2026-05-01";

    private static final Map<String, Object> GWEN = person("Mrs", "Gwen", "Parry", "SA1 5BG");
    private static final Map<String, Object> OWEN = person("Mr", "Owen", "Rees", "CF10 3NP");
    private static final Map<String, Object> NIA = person("Dr", "Nia", "Bevan", "SA6 7JL");
    private static final Map<String, Object> TRADER = body("name", "Tawe Motors", "address", address("SA1 1NW"));

    private final Teller tell = new Teller();
    private String car = "";
    private String mark = "";
    private String replacement = "";

    @Test
    void from_first_registration_to_scrapping() {
        registered();
        String beforeTheSale = tell.now(car);
        soldPrivately();
        soldToTheTrade();
        soldOutOfTheTrade();
        keptOffTheRoad();
        String certificate = markTakenOff();
        markPutOnAnother(certificate);
        writtenOff();
        scrapped();
        lookedBackUpon(beforeTheSale);
    }

    private void registered() {
        Answer answer = tell.command(Role.REGISTRAR, "vehicles", vehicle("SAXLFS00000000001", "BLUE", FIRST, GWEN));
        car = answer.text("vehicleId");
        mark = answer.text("registrationMark");

        assertThat(tell.enquiry(mark).text("colour")).isEqualTo("BLUE");
        assertThat(tell.enquiry(mark).text("dateOfLastV5CIssued")).isEqualTo(TODAY);
        assertThat(keeperOf(tell.state(car))).isEqualTo("PERSON since " + FIRST);
        assertThat(tell.placesOf(mark)).containsExactly("VEHICLE " + FIRST + " open");
        assertThat(tell.documentsOf(car)).containsExactly("V5C");
        assertThat(tell.eventsOf(car)).containsExactly("VehicleRegistered", "V5CIssued");
    }

    private void soldPrivately() {
        String gwens = tell.reference(car);
        Object[] sale = proven(
                gwens, "newKeeper", OWEN, "dateOfSale", SOLD, "keeperConsent", true, "rightsToMarkConsent", true);
        tell.command(Role.CITIZEN, "keeper-changes", sale);

        assertThat(keeperOf(tell.state(car))).isEqualTo("PERSON since " + SOLD);
        assertThat(keeperOf(tell.state(car, "effectiveAt", "2025-08-31"))).isEqualTo("PERSON since " + FIRST);
        assertThat(tell.documentsOf(car)).containsExactly("V5C", "V5C");
        assertThat(tell.reference(car)).isNotEqualTo(gwens);
        assertThat(tell.refused(Role.CITIZEN, "keeper-changes", sale))
                .as("the old V5C is worth nothing from that instant")
                .isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
    }

    private void soldToTheTrade() {
        Object[] disposal = proven(
                tell.reference(car),
                "trader",
                TRADER,
                "dateOfSale",
                INTO_TRADE,
                "keeperConsent",
                true,
                "rightsToMarkConsent",
                true);
        tell.command(Role.CITIZEN, "disposals", disposal);

        assertThat(keeperOf(tell.state(car))).isEqualTo("in the trade since " + INTO_TRADE);
        assertThat(tell.documentsOf(car))
                .as("the trader sells on with the latest V5C")
                .containsExactly("V5C", "V5C");
        assertThat(tell.enquiry(mark).status()).isEqualTo(200);
        assertThat(tell.refused(Role.CITIZEN, "disposals", disposal)).isEqualTo("ALREADY_SOLD_TO_TRADE");
        assertThat(tell.refused(Role.CITIZEN, "retentions", retention(tell.reference(car))))
                .isEqualTo("NO_KEEPER");
    }

    private void soldOutOfTheTrade() {
        tell.command(
                Role.DEALER,
                "acquisitions",
                proven(
                        tell.reference(car),
                        "trader",
                        TRADER,
                        "newKeeper",
                        NIA,
                        "dateOfSale",
                        OUT_OF_TRADE,
                        "keeperConsent",
                        true,
                        "taxOrSorn",
                        "NEITHER"));

        assertThat(keeperOf(tell.state(car))).isEqualTo("PERSON since " + OUT_OF_TRADE);
        assertThat(keeperOf(tell.state(car, "effectiveAt", "2026-03-01")))
                .isEqualTo("in the trade since " + INTO_TRADE);
        assertThat(tell.documentsOf(car)).containsExactly("V5C", "V5C", "V5C");
    }

    private void keptOffTheRoad() {
        tell.command(Role.CITIZEN, "sorn-declarations", proven(tell.reference(car), "from", OFF_THE_ROAD));

        assertThat(tell.enquiry(mark).text("taxStatus")).isEqualTo("SORN");
        assertThat(tell.documentsOf(car)).as("nothing is printed for it").containsExactly("V5C", "V5C", "V5C");
        assertThat(keeperOf(tell.state(car))).isEqualTo("PERSON since " + OUT_OF_TRADE);
    }

    private String markTakenOff() {
        Answer answer = tell.command(Role.CITIZEN, "retentions", retention(tell.reference(car)));
        replacement = answer.text("replacementMark");

        assertThat(answer.text("retainedMark")).isEqualTo(mark);
        assertThat(tell.enquiry(mark).status()).as("it is on no vehicle").isEqualTo(404);
        assertThat(tell.enquiry(replacement).text("colour")).isEqualTo("BLUE");
        assertThat(markOf(tell.state(car))).isEqualTo(replacement);
        assertThat(markOf(tell.state(car, "effectiveAt", "2026-06-30"))).isEqualTo(mark);
        assertThat(tell.placesOf(mark))
                .containsExactly("VEHICLE " + FIRST + " " + TODAY, "CERTIFICATE " + TODAY + " open");
        assertThat(tell.placesOf(replacement)).containsExactly("VEHICLE " + TODAY + " open");
        assertThat(tell.documentsOf(car).subList(3, 6)).containsExactlyInAnyOrder("V5C", "V778", "V948");
        return answer.text("certificateNumber");
    }

    private void markPutOnAnother(String certificate) {
        Answer other = tell.command(Role.REGISTRAR, "vehicles", vehicle("SAXLFS00000000002", "RED", "2018-10-01", NIA));
        String van = other.text("vehicleId");
        String vansMark = other.text("registrationMark");
        Answer answer = tell.command(
                Role.CITIZEN,
                "assignments",
                "registrationMark",
                vansMark,
                "documentReference",
                tell.reference(van),
                "keeperPostcode",
                "SA6 7JL",
                "certificateNumber",
                certificate,
                "markToAssign",
                mark,
                "granteeConsent",
                true,
                "actingAs",
                "KEEPER");

        assertThat(answer.text("replacedMark")).isEqualTo(vansMark);
        assertThat(tell.enquiry(mark).text("colour"))
                .as("of two vehicles, the van")
                .isEqualTo("RED");
        assertThat(tell.enquiry(vansMark).status()).isEqualTo(404);
        assertThat(tell.placesOf(mark))
                .containsExactly(
                        "VEHICLE " + FIRST + " " + TODAY,
                        "CERTIFICATE " + TODAY + " " + TODAY,
                        "VEHICLE " + TODAY + " open");
        assertThat(tell.placesOf(vansMark).getLast()).isEqualTo("VOID " + TODAY + " open");
        assertThat(tell.documentsOf(van)).containsExactlyInAnyOrder("V5C", "V5C", "V948");
        assertThat(markOf(tell.state(car))).as("the car keeps its own").isEqualTo(replacement);
    }

    private void writtenOff() {
        tell.command(Role.REGISTRAR, "markers", marker("WRITE_OFF_A"));

        assertThat(markersOf(tell.state(car))).containsExactly("WRITE_OFF_A");
        assertThat(markersOf(tell.state(car, "effectiveAt", "2026-06-30"))).isEmpty();
        assertThat(keeperOf(tell.state(car))).as("it still has its keeper").isEqualTo("PERSON since " + OUT_OF_TRADE);
        assertThat(tell.enquiry(replacement).status()).isEqualTo(200);
    }

    private void scrapped() {
        tell.command(
                Role.TREATMENT_FACILITY,
                "scrappings",
                "registrationMark",
                replacement,
                "dateOfScrapping",
                TODAY,
                "certificateOfDestruction",
                "COD-1234567");

        assertThat(markersOf(tell.state(car))).containsExactlyInAnyOrder("WRITE_OFF_A", "SCRAPPED");
        mark = replacement;
        assertThat(tell.refused(
                        Role.CITIZEN,
                        "keeper-changes",
                        proven(
                                tell.reference(car),
                                "newKeeper",
                                OWEN,
                                "dateOfSale",
                                TODAY,
                                "keeperConsent",
                                true,
                                "rightsToMarkConsent",
                                true)))
                .isEqualTo("SCRAPPED");
    }

    /// Nothing that was ever known is lost: each earlier answer can be had again.
    private void lookedBackUpon(String beforeTheSale) {
        assertThat(tell.eventsOf(car))
                .containsExactly(
                        "VehicleRegistered",
                        "V5CIssued",
                        "KeeperChanged",
                        "V5CIssued",
                        "DisposedToTrade",
                        "AcquiredFromTrade",
                        "V5CIssued",
                        "SornDeclared",
                        "MarkRetained",
                        "V5CIssued",
                        "MarkerSet",
                        "VehicleDestroyed");
        JsonNode asKnownThen = tell.state(car, "recordedAt", beforeTheSale);
        assertThat(keeperOf(asKnownThen)).isEqualTo("PERSON since " + FIRST);
        assertThat(markersOf(asKnownThen)).isEmpty();
        assertThat(markOf(asKnownThen)).isNotEqualTo(replacement);
        assertThat(keeperOf(tell.state(car, "effectiveAt", "2020-01-01"))).isEqualTo("PERSON since " + FIRST);
        assertThat(keeperOf(tell.state(car, "effectiveAt", "2026-03-01", "recordedAt", beforeTheSale)))
                .as("before the sale was told, it was thought to be Gwen's on that day")
                .isEqualTo("PERSON since " + FIRST);
    }

    private Object[] proven(String reference, Object... more) {
        Object[] all = new Object[more.length + 4];
        System.arraycopy(new Object[] {"registrationMark", mark, "documentReference", reference}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return all;
    }

    private Object[] retention(String reference) {
        return proven(
                reference,
                "keeperPostcode",
                "SA6 7JL",
                "actingAs",
                "KEEPER",
                "payment",
                body("token", "tok_authorised"));
    }

    private Object[] marker(String marker) {
        return new Object[] {"registrationMark", replacement, "marker", marker, "state", "SET", "reason", "case 17"};
    }

    private static String keeperOf(JsonNode state) {
        return state.has("inTradeSince")
                ? "in the trade since " + state.path("inTradeSince").asString()
                : state.path("keeper").path("type").asString() + " since "
                        + state.path("keeper").path("since").asString();
    }

    private static String markOf(JsonNode state) {
        return state.path("registrationMark").asString();
    }

    private static List<String> markersOf(JsonNode state) {
        return state.path("markers").valueStream().map(JsonNode::asString).toList();
    }
}
