package uk.vehicleregister.program.lifestory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.program.lifestory.MadeUp.person;
import static uk.vehicleregister.program.lifestory.MadeUp.vehicle;

import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.running.WholeRegister;

/// A keeper with a V5C that the command service issued asks the query service who looked.
class WhoLookedStoryTest {

    private static final String WRONG = "00000000000";

    private final WholeRegister register = WholeRegister.shared();
    private final Teller tell = new Teller();

    @Test
    void the_reference_on_the_v5c_shows_who_looked() {
        Answer registered = registered("SAXLFS00000000071");
        String car = registered.text("vehicleId");
        String reference = tell.reference(car); // a registrar looks at the documents

        Answer answer = ask(registered.text("registrationMark"), reference);

        assertThat(answer.status()).as("%s", answer.problem()).isEqualTo(200);
        assertThat(answer.body()
                        .path("disclosures")
                        .valueStream()
                        .map(look -> look.path("kind").asString()))
                .containsExactly("DOCUMENTS");
    }

    /// Three tries in all, wherever they are made.
    @Test
    void a_wrong_reference_counts_for_commands_and_questions_together() {
        Answer registered = registered("SAXLFS00000000072");
        String mark = registered.text("registrationMark");
        assertThat(ask(mark, WRONG).status()).isEqualTo(404);
        assertThat(declareSorn(mark, "1").status()).isEqualTo(404);
        assertThat(ask(mark, WRONG).status()).isEqualTo(404);

        assertThat(declareSorn(mark, "2").status()).isEqualTo(423);
        assertThat(ask(mark, tell.reference(registered.text("vehicleId"))).status())
                .isEqualTo(423);
        register.letLocksPass();
    }

    private Answer registered(String vin) {
        return tell.command(
                Role.REGISTRAR,
                "vehicles",
                vehicle(vin, "BLUE", "2016-03-15", person("Mrs", "Gwen", "Parry", "SA1 5BG")));
    }

    private Answer declareSorn(String mark, String key) {
        return register.command(
                "/v1/sorn-declarations",
                Role.CITIZEN,
                "guesser",
                mark + key,
                Map.of("registrationMark", mark, "documentReference", WRONG, "from", WholeRegister.TODAY.toString()));
    }

    private Answer ask(String mark, String reference) {
        return register.ask(
                "/v1/disclosures/search",
                Role.CITIZEN,
                "guesser",
                register.log().lastPosition(),
                Map.of("registrationMark", mark, "documentReference", reference));
    }
}
