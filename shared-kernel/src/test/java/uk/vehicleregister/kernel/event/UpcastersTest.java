package uk.vehicleregister.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class UpcastersTest {

    private static final Path CLAIM = Approved.FOLDER.resolve("PaymentClaimed.1.json");

    @ParameterizedTest
    @CsvSource({"RETENTION,retentions", "LATE_ASSIGNMENT,assignments"})
    void a_claim_of_revision_1_names_its_command_by_its_purpose(String purpose, String command) {
        String old = Approved.compact(CLAIM).replace("RETENTION", purpose);

        PaymentClaimed claimed = (PaymentClaimed) EventJson.readFact("PaymentClaimed", "1", old);

        assertThat(claimed.command()).isEqualTo(command);
        assertThat(claimed.purpose().name()).isEqualTo(purpose);
        assertThat(claimed.amountPence()).isEqualTo(8000);
    }

    @Test
    void a_claim_of_revision_1_knew_no_later_purposes() {
        String impossible = Approved.compact(CLAIM).replace("RETENTION", "TRANSFER");

        assertThatThrownBy(() -> EventJson.readFact("PaymentClaimed", "1", impossible))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_event_goes_through_every_step_between_its_revision_and_todays() {
        Upcasters upcasters = new Upcasters(List.of(adding(2), adding(1), adding(3)));

        assertThat(upcasters.upcast("Made", 1, 4, empty()).propertyNames()).containsExactly("1", "2", "3");
        assertThat(upcasters.upcast("Made", 3, 4, empty()).propertyNames()).containsExactly("3");
    }

    @Test
    void a_revision_of_a_later_program_is_a_fault_that_says_so() {
        assertThatThrownBy(() -> EventJson.readFact("PaymentDeclined", "2", "{}"))
                .isInstanceOf(UnreadableRevisionException.class)
                .hasMessage("the log holds PaymentDeclined in revision 2, and this program reads up to 1:"
                        + " a newer one wrote it");
    }

    @Test
    void a_revision_that_no_step_reads_is_a_fault_that_says_so() {
        assertThatThrownBy(() -> EventJson.readFact("PaymentDeclined", "0", "{}"))
                .isInstanceOf(UnreadableRevisionException.class)
                .hasMessage("no upcaster reads PaymentDeclined in revision 0");
        assertThatThrownBy(() -> new Upcasters(List.of(adding(1), adding(3))).upcast("Made", 1, 4, empty()))
                .hasMessage("no upcaster reads Made in revision 2");
    }

    @Test
    void two_steps_from_one_revision_are_a_fault() {
        assertThatThrownBy(() -> new Upcasters(List.of(adding(1), adding(1))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static ObjectNode empty() {
        return EventJson.mapper().createObjectNode();
    }

    private static Upcaster adding(int from) {
        return new Upcaster() {
            @Override
            public String event() {
                return "Made";
            }

            @Override
            public int from() {
                return from;
            }

            @Override
            public ObjectNode upcast(ObjectNode json) {
                return json.put(Integer.toString(from), true);
            }
        };
    }
}
