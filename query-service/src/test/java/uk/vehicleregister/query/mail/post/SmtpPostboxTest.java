package uk.vehicleregister.query.mail.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import uk.vehicleregister.kernel.keeper.Email;

class SmtpPostboxTest {

    private static final String REFERENCE = "4c8b6f2e-0000-4000-8000-000000000001.seller";

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_letter_arrives_as_it_was_written() throws Exception {
        Posting posting = postbox(server.getSmtp().getPort(), "none").hand(letter(null));

        assertThat(posting).isEqualTo(new Posting.Taken("<" + REFERENCE + "@register.example>"));
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Sold / Wedi'i werthu â");
        assertThat(mail.getContent().toString()).startsWith("English\r\nCymraeg ŵ");
        assertThat(mail.getFrom()[0]).hasToString("register@register.example");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("seller@example.com");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void a_second_copy_has_the_same_message_id() throws Exception {
        Postbox postbox = postbox(server.getSmtp().getPort(), "none");
        postbox.hand(letter(null));
        assertThat(postbox.taken(REFERENCE)).as("SMTP cannot tell").isEmpty();
        postbox.hand(letter(null));

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[1].getMessageID())
                .isEqualTo(server.getReceivedMessages()[0].getMessageID())
                .isEqualTo("<" + REFERENCE + "@register.example>");
    }

    @Test
    void an_attachment_goes_along() throws Exception {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        postbox(server.getSmtp().getPort(), "none").hand(letter(new Attachment("eV948.pdf", pdf)));

        Multipart parts = (Multipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("eV948.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void a_server_that_is_away_is_no_refusal() {
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(postbox(port, "none").hand(letter(null))).isEqualTo(new Posting.NotNow("SMTP_UNAVAILABLE"));
    }

    @Test
    void a_recipient_refused_for_good_is_and_one_refused_for_now_is_not() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(550)) {
            assertThat(postbox(server.port(), "none").hand(letter(null))).isEqualTo(new Posting.Refused("SMTP_550"));
        }
        try (ScriptedSmtp server = new ScriptedSmtp(451)) {
            assertThat(postbox(server.port(), "none").hand(letter(null))).isEqualTo(new Posting.NotNow("SMTP_451"));
        }
    }

    @Test
    void nothing_goes_in_clear_to_a_server_that_must_speak_tls() {
        assertThat(postbox(server.getSmtp().getPort(), "starttls").hand(letter(null)))
                .isInstanceOf(Posting.NotNow.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static Letter letter(Attachment attachment) {
        return new Letter(
                REFERENCE,
                new Email("seller@example.com"),
                "Sold / Wedi'i werthu â",
                "English\nCymraeg ŵ\n",
                attachment);
    }

    private static Postbox postbox(int port, String tls) {
        MockEnvironment settings = new MockEnvironment();
        Map.of(
                        "register.mail", "smtp",
                        "register.mail.smtp.host", "localhost",
                        "register.mail.smtp.port", "" + port,
                        "register.mail.smtp.tls", tls,
                        "register.mail.smtp.from", "register@register.example")
                .forEach(settings::setProperty);
        return new PostboxConfiguration().postbox(settings);
    }
}
