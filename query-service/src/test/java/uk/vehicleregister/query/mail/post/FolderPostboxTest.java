package uk.vehicleregister.query.mail.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import uk.vehicleregister.kernel.keeper.Email;

class FolderPostboxTest {

    private static final Letter LETTER =
            new Letter("reference.seller", new Email("seller@example.com"), "Subject", "English\nCymraeg\n", null);

    @TempDir
    Path temporary;

    @Test
    void a_letter_becomes_a_mail_file_and_is_known_again() throws Exception {
        Path directory = temporary.resolve("mail");
        Postbox postbox = new FolderPostbox(directory);
        assertThat(postbox.taken("reference.seller")).isEmpty();

        assertThat(postbox.hand(LETTER)).isEqualTo(new Posting.Taken("reference.seller.eml"));
        assertThat(postbox.taken("reference.seller")).contains("reference.seller.eml");
        try (InputStream file = Files.newInputStream(directory.resolve("reference.seller.eml"))) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), file);
            assertThat(mail.getSubject()).isEqualTo("Subject");
            assertThat(mail.getContent().toString()).contains("Cymraeg");
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).as("nothing half written is left").hasSize(1);
        }
    }

    @Test
    void a_directory_that_cannot_be_written_is_tried_again() throws Exception {
        Path file = Files.createFile(temporary.resolve("taken"));
        assertThat(new FolderPostbox(file).hand(LETTER)).isEqualTo(new Posting.NotNow("FOLDER_UNAVAILABLE"));
    }

    @Test
    void a_setting_nobody_knows_ends_the_start() {
        MockEnvironment settings = new MockEnvironment().withProperty("register.mail", "pigeon");
        assertThatThrownBy(() -> new PostboxConfiguration().postbox(settings))
                .isInstanceOf(IllegalStateException.class);
    }
}
