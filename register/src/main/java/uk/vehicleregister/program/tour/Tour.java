package uk.vehicleregister.program.tour;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.audit.AnswerCheck;
import uk.vehicleregister.program.client.Answer;

/// The journeys of two vehicles and one mark: sold privately, into and out of the trade, the mark taken off and put on
/// the other vehicle, a look back in both times, an answer with its proof, and who looked. Two fresh vehicles are
/// registered for it, so it can be walked again and again.
final class Tour {

    private static final String VEHICLES = "/v1/vehicles";
    private static final String RETENTIONS = "/v1/retentions";

    private record Car(String vehicleId, String mark) {}

    private final Walk walk;
    private final LocalDate today;

    Tour(Walk walk, LocalDate today) {
        this.walk = walk;
        this.today = today;
    }

    void take() {
        Car hatchback =
                register("A hatchback of 2010 is registered; the register allocates its mark", MadeUp.hatchback());
        Car estate = register("So is an estate of 2018", MadeUp.estate());
        walk.enquiry("Anybody with an API key may enquire about the hatchback", hatchback.mark(), 200);
        String knownBefore = recordedLast(hatchback);
        sale(hatchback);
        throughTheTrade(hatchback);
        String certificate = retention(hatchback);
        assignment(estate, hatchback.mark(), certificate);
        lookBack(hatchback, knownBefore);
        walk.question(
                "Where has the mark been? On the hatchback, on a certificate, on the estate",
                Role.AUDITOR,
                "/v1/mark-history",
                Map.of("registrationMark", hatchback.mark()),
                Tour::whereabouts);
        proof(hatchback);
        whoLooked(estate, hatchback.mark());
    }

    /// Nothing but the answer and the key is needed to check it, and no register.
    private void proof(Car car) {
        Answer proven = walk.question(
                "Who kept the hatchback, with the proof: its events, their paths to the signed root",
                Role.AUDITOR,
                "/v1/keeper-history",
                Map.of("vehicleId", car.vehicleId(), "proof", true),
                Tour::keeperships);
        List<String> wrong = AnswerCheck.findings(
                proven.body().toString().getBytes(StandardCharsets.UTF_8),
                proven.body()
                        .path("proof")
                        .path("key")
                        .asString("")
                        .lines()
                        .findFirst()
                        .orElse(""));
        walk.expect(wrong.isEmpty(), "the answer should follow from its events: " + wrong);
    }

    private void whoLooked(Car car, String mark) {
        Map<String, Object> question = with(mark, latestReference("The V5C of the estate's keeper", car));
        Answer looks = walk.question(
                "They ask who looked at their record: each look was on the log before it was answered",
                Role.CITIZEN,
                "/v1/disclosures/search",
                question,
                Tour::lookers);
        walk.expect(!looks.body().path("disclosures").isEmpty(), "the registrar's look at the V5C should be there");
    }

    private Car register(String title, Map<String, Object> car) {
        Answer answer =
                walk.command(title, Role.REGISTRAR, VEHICLES, car, given -> "mark " + given.text("registrationMark"));
        return new Car(answer.text("vehicleId"), answer.text("registrationMark"));
    }

    private void sale(Car car) {
        String reference = latestReference("The registrar reads the V5C that the post brings to the keeper", car);
        Map<String, Object> sale = with(car.mark(), reference);
        sale.put("newKeeper", MadeUp.buyer());
        sale.put("dateOfSale", today.toString());
        sale.put("mileage", 48_210);
        sale.put("keeperConsent", true);
        sale.put("rightsToMarkConsent", true);
        walk.command(
                "The keeper sells it privately: a new keeper, and a new V5C in the post",
                Role.CITIZEN,
                "/v1/keeper-changes",
                sale,
                Tour::position);
        walk.command(
                "The old V5C is worth nothing from that instant",
                Role.CITIZEN,
                "/v1/keeper-changes",
                sale,
                404,
                answer -> answer.text("code"));
    }

    private void throughTheTrade(Car car) {
        String reference = latestReference("The buyer's V5C", car);
        Map<String, Object> disposal = with(car.mark(), reference);
        disposal.put("trader", MadeUp.trader());
        disposal.put("dateOfSale", today.toString());
        disposal.put("keeperConsent", true);
        disposal.put("rightsToMarkConsent", true);
        walk.command("The buyer sells it to a motor trader", Role.CITIZEN, "/v1/disposals", disposal, Tour::position);
        Map<String, Object> acquisition = with(car.mark(), reference);
        acquisition.put("trader", MadeUp.trader());
        acquisition.put("newKeeper", MadeUp.lastKeeper());
        acquisition.put("dateOfSale", today.toString());
        acquisition.put("keeperConsent", true);
        acquisition.put("taxOrSorn", "NEITHER");
        walk.command(
                "The trader sells it on, with the same V5C",
                Role.DEALER,
                "/v1/acquisitions",
                acquisition,
                Tour::position);
    }

    private String retention(Car car) {
        String reference = latestReference("The new keeper's V5C", car);
        Map<String, Object> retention = with(car.mark(), reference);
        retention.put("keeperPostcode", MadeUp.LAST_KEEPERS_POSTCODE);
        retention.put("actingAs", "KEEPER");
        retention.put("payment", Map.of("token", "tok_authorised"));
        Answer answer = walk.command(
                "The keeper pays 80 pounds and takes the mark off",
                Role.CITIZEN,
                RETENTIONS,
                retention,
                given -> "certificate " + given.text("certificateNumber") + ", the car now carries "
                        + given.text("replacementMark"));
        walk.enquiry("No vehicle carries the retained mark", car.mark(), 404);
        walk.enquiry("The hatchback answers to its replacement mark", answer.text("replacementMark"), 200);
        return answer.text("certificateNumber");
    }

    private void assignment(Car onto, String mark, String certificate) {
        String reference = latestReference("The estate's V5C", onto);
        Map<String, Object> assignment = with(onto.mark(), reference);
        assignment.put("keeperPostcode", MadeUp.LAST_KEEPERS_POSTCODE);
        assignment.put("certificateNumber", certificate);
        assignment.put("markToAssign", mark);
        assignment.put("granteeConsent", true);
        assignment.put("actingAs", "KEEPER");
        walk.command(
                "The retained mark is put on the estate",
                Role.CITIZEN,
                "/v1/assignments",
                assignment,
                given -> given.text("registrationMark") + " in the place of " + given.text("replacedMark"));
        Answer carried = walk.enquiry("The mark is now the estate's", mark, 200);
        walk.expect(carried.text("make").equals("SKODA"), "the mark should be on the estate");
        walk.enquiry("The estate's former mark is on no vehicle", onto.mark(), 404);
    }

    private void lookBack(Car car, String knownBefore) {
        Answer before = walk.question(
                "The hatchback as it was yesterday: its first keeper and its first mark",
                Role.AUDITOR,
                "/v1/vehicle-history",
                Map.of(
                        "vehicleId",
                        car.vehicleId(),
                        "effectiveAt",
                        today.minusDays(1).toString()),
                Tour::state);
        walk.expect(
                before.body()
                        .path("state")
                        .path("registrationMark")
                        .asString("")
                        .equals(car.mark()),
                "it carried " + car.mark() + " yesterday");
        Answer known = walk.question(
                "As it was known before the sale was recorded: none of this had happened",
                Role.AUDITOR,
                "/v1/vehicle-history",
                Map.of("vehicleId", car.vehicleId(), "recordedAt", knownBefore),
                Tour::state);
        walk.expect(
                known.body().path("state").path("registrationMark").asString("").equals(car.mark()),
                "before the sale its mark was known as " + car.mark());
    }

    /// When the newest event of the car was recorded.
    private String recordedLast(Car car) {
        Answer history = walk.question(
                "An auditor sees every event of the hatchback",
                Role.AUDITOR,
                "/v1/vehicle-history",
                Map.of("vehicleId", car.vehicleId()),
                Tour::state);
        JsonNode events = history.body().path("events");
        walk.expect(!events.isEmpty(), "the history should hold the registration");
        return events.path(events.size() - 1).path("recordedAt").asString("");
    }

    private String latestReference(String title, Car car) {
        Answer documents = walk.question(
                title,
                Role.REGISTRAR,
                "/v1/documents/search",
                Map.of("vehicleId", car.vehicleId()),
                answer -> "document reference " + newestV5C(answer.body()));
        return newestV5C(documents.body());
    }

    private static String newestV5C(JsonNode documents) {
        String newest = "";
        for (JsonNode document : documents) {
            if (document.path("type").asString("").equals("V5C")) {
                newest = document.path("documentReference").asString("");
            }
        }
        return newest;
    }

    private static Map<String, Object> with(String mark, String reference) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("registrationMark", mark);
        body.put("documentReference", reference);
        return body;
    }

    private static String position(Answer answer) {
        return "recorded at position " + answer.position();
    }

    private static String state(Answer answer) {
        JsonNode state = answer.body().path("state");
        return "mark " + state.path("registrationMark").asString("none") + ", keeper since "
                + state.path("keeper").path("since").asString("(in the trade)") + ", "
                + answer.body().path("events").size() + " events";
    }

    private static String whereabouts(Answer answer) {
        StringJoiner periods = new StringJoiner(", then ");
        for (JsonNode period : answer.body().path("periods")) {
            periods.add(period.path("place").asString("") + " from "
                    + period.path("from").asString("") + " to "
                    + period.path("to").asString("now"));
        }
        StringJoiner events = new StringJoiner(", ");
        for (JsonNode event : answer.body().path("events")) {
            events.add(event.path("type").asString(""));
        }
        return periods + "; events " + events;
    }

    private static String keeperships(Answer answer) {
        JsonNode proof = answer.body().path("proof");
        return answer.body().path("keeperships").size() + " keeperships, "
                + proof.path("events").size() + " events proven and folded anew: the same answer";
    }

    private static String lookers(Answer answer) {
        StringJoiner looks = new StringJoiner(", ");
        for (JsonNode look : answer.body().path("disclosures"))
            looks.add(
                    look.path("kind").asString("") + " by " + look.path("role").asString("") + " for "
                            + look.path("purpose").asString(""));
        return looks.toString();
    }
}
