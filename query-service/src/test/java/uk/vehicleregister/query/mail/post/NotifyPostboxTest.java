package uk.vehicleregister.query.mail.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.gov.service.notify.NotificationClient;
import uk.vehicleregister.kernel.keeper.Email;

class NotifyPostboxTest {

    private static final String REFERENCE = "4c8b6f2e-0000-4000-8000-000000000001.seller";
    private static final String ADDRESS = "seller@example.com";

    private final StubNotify notify = new StubNotify();
    private final Postbox postbox = postbox(notify.url(), 10_000);

    NotifyPostboxTest() throws IOException {}

    @AfterEach
    void close() {
        notify.close();
    }

    @Test
    void a_letter_is_handed_in_under_our_reference_and_found_again_by_it() {
        Posting posting = postbox.hand(letter(null));

        JsonNode request = notify.requests.getFirst();
        assertThat(request.get("template_id").asString()).isEqualTo(StubNotify.TEMPLATE);
        assertThat(request.get("email_address").asString()).isEqualTo(ADDRESS);
        assertThat(request.get("reference").asString()).isEqualTo(REFERENCE);
        assertThat(request.get("personalisation").get("subject").asString()).isEqualTo("Subject");
        assertThat(request.get("personalisation").get("body").asString()).isEqualTo("English\nCymraeg ŵ\n");
        assertThat(posting)
                .isInstanceOfSatisfying(
                        Posting.Taken.class,
                        taken -> assertThat(postbox.taken(REFERENCE)).contains(taken.providerReference()));
        assertThat(postbox.taken("another")).isEmpty();
    }

    @Test
    void a_file_goes_as_a_link_with_the_template_that_has_room_for_it() {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        postbox.hand(letter(new Attachment("eV948.pdf", pdf)));

        JsonNode request = notify.requests.getFirst();
        assertThat(request.get("template_id").asString()).isEqualTo(StubNotify.TEMPLATE_WITH_FILE);
        JsonNode file = request.get("personalisation").get("link_to_file");
        assertThat(Base64.getDecoder().decode(file.get("file").asString())).isEqualTo(pdf);
        assertThat(file.get("filename").asString()).isEqualTo("eV948.pdf");
    }

    @Test
    void only_a_bad_address_is_refused_for_good() {
        notify.mood = StubNotify.Mood.REFUSES_ADDRESS;
        assertThat(postbox.hand(letter(null))).isEqualTo(new Posting.Refused("ADDRESS_REFUSED"));
        notify.mood = StubNotify.Mood.KNOWS_NO_TEMPLATE;
        assertThat(postbox.hand(letter(null))).isEqualTo(new Posting.NotNow("NOTIFY_400"));
        notify.mood = StubNotify.Mood.UNAVAILABLE;
        assertThat(postbox.hand(letter(null))).isEqualTo(new Posting.NotNow("NOTIFY_503"));
    }

    @Test
    void a_lost_answer_is_no_refusal_and_the_letter_is_found_afterwards() {
        notify.mood = StubNotify.Mood.TAKES_AND_BREAKS_OFF;
        assertThat(postbox.hand(letter(null))).isEqualTo(new Posting.NotNow("NOTIFY_UNAVAILABLE"));
        assertThat(postbox.taken(REFERENCE)).isPresent();
    }

    /// In a JVM of its own, as the JDK decides this once for all of a JVM.
    @Test
    void a_lost_answer_does_not_make_the_client_post_again_by_itself() throws Exception {
        notify.mood = StubNotify.Mood.TAKES_AND_BREAKS_OFF;
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HandsInOne.class.getName(),
                        notify.url())
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("NOTIFY_UNAVAILABLE");
        assertThat(notify.requests).hasSize(1);
    }

    static final class HandsInOne {
        public static void main(String[] arguments) {
            System.out.println(postbox(arguments[0], 10_000).hand(letter(null)));
        }
    }

    /// Else a letter that is there already would go again.
    @Test
    void while_notify_cannot_say_whether_it_has_a_letter_nobody_is_told_that_it_has_not() {
        notify.mood = StubNotify.Mood.UNAVAILABLE;
        assertThatThrownBy(() -> postbox.taken(REFERENCE)).isInstanceOf(PostboxSilentException.class);
    }

    @Test
    void an_answer_is_not_waited_for_without_end() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            Postbox waiting = postbox("http://localhost:" + silent.getLocalPort(), 200);
            assertThat(waiting.hand(letter(null))).isEqualTo(new Posting.NotNow("NOTIFY_TIMEOUT"));
            assertThatThrownBy(() -> waiting.taken(REFERENCE)).isInstanceOf(PostboxSilentException.class);
        }
    }

    private static Postbox postbox(String url, long patienceMillis) {
        return new NotifyPostbox(
                new NotificationClient(StubNotify.API_KEY, url),
                StubNotify.TEMPLATE,
                StubNotify.TEMPLATE_WITH_FILE,
                patienceMillis);
    }

    private static Letter letter(Attachment attachment) {
        return new Letter(REFERENCE, new Email(ADDRESS), "Subject", "English\nCymraeg ŵ\n", attachment);
    }
}
