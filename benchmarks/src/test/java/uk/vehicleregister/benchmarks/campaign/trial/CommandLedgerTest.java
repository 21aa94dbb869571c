package uk.vehicleregister.benchmarks.campaign.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.benchmarks.campaign.trial.CommandLedger.Entry;
import uk.vehicleregister.benchmarks.wire.Reply;

class CommandLedgerTest {

    private static final Told.Recorded AT_SEVEN = new Told.Recorded(7, "t");

    private final CommandLedger ledger = new CommandLedger();

    private List<String> after(Told told, Entry... log) {
        ledger.note(new MotTest(3, "AB12CDE"), told);
        return ledger.violations(log.length == 0 ? Map.of() : Map.of(3L, List.of(log)));
    }

    @Test
    void what_was_acknowledged_and_is_there_once_is_in_order() {
        assertThat(after(AT_SEVEN, new Entry(7, "t"))).isEmpty();
    }

    @Test
    void an_acknowledged_command_that_is_not_in_the_log_is_found() {
        assertThat(after(AT_SEVEN)).singleElement().asString().contains("acknowledged at 7");
    }

    @Test
    void one_acknowledged_at_another_place_is_found() {
        assertThat(after(AT_SEVEN, new Entry(8, "t")))
                .singleElement()
                .asString()
                .contains("acknowledged at 7");
    }

    @Test
    void one_that_took_effect_twice_is_found() {
        assertThat(after(AT_SEVEN, new Entry(7, "t"), new Entry(9, "u")))
                .singleElement()
                .asString()
                .contains("is in the log [");
    }

    @Test
    void one_that_was_to_have_left_nothing_and_is_there_is_found() {
        assertThat(after(new Told.NothingRecorded(), new Entry(7, "t")))
                .singleElement()
                .asString()
                .contains("nothing was to be recorded");
    }

    @Test
    void of_an_unknown_one_either_is_true_but_not_twice() {
        assertThat(after(new Told.Unknown())).isEmpty();
        assertThat(after(new Told.Unknown(), new Entry(7, "t"))).isEmpty();
        assertThat(after(new Told.Unknown(), new Entry(7, "t"), new Entry(8, "u")))
                .hasSize(1);
    }

    @Test
    void what_nobody_sent_is_found() {
        assertThat(ledger.violations(Map.of(4L, List.of(new Entry(7, "t")))))
                .containsExactly("nobody sent command 4, and the log has it");
    }

    @Test
    void a_503_must_say_when_to_come_again_and_a_500_is_never_in_order() {
        assertThat(Told.by(reply(503, 5, "{\"code\":\"LOG_UNAVAILABLE\"}"))).isInstanceOf(Told.NothingRecorded.class);
        assertThat(Told.by(reply(503, 5, "{\"outcome\":\"UNKNOWN\"}"))).isInstanceOf(Told.Unknown.class);
        assertThat(Told.by(reply(503, 0, "{\"code\":\"LOG_UNAVAILABLE\"}"))).isInstanceOf(Told.Wrong.class);
        assertThat(Told.by(reply(429, 0, "{}"))).isInstanceOf(Told.Wrong.class);
        assertThat(after(Told.by(reply(500, 0, "{}")))).hasSize(1);
    }

    private static Reply reply(int status, long retryAfter, String body) {
        return new Reply(status, retryAfter == 0 ? "" : "\r\nretry-after: " + retryAfter + "\r\n", body);
    }
}
