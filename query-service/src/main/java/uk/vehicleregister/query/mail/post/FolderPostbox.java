package uk.vehicleregister.query.mail.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// Puts each letter as an .eml file into a directory, for the demo. A file appears whole or not at all.
final class FolderPostbox implements Postbox {

    private static final String FROM = "vehicle-register@register.example";

    private final Path directory;
    private final Session session = Session.getInstance(new Properties());

    FolderPostbox(Path directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Posting hand(Letter letter) {
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, ".part-", ""); // readable by its owner only
            try (OutputStream file = Files.newOutputStream(part)) {
                MimeLetter.of(letter, FROM, session).writeTo(file);
            }
            Files.move(part, file(letter.reference()), StandardCopyOption.ATOMIC_MOVE);
            return new Posting.Taken(letter.reference() + ".eml");
        } catch (AddressException e) {
            return new Posting.Refused("ADDRESS_REFUSED");
        } catch (IOException | MessagingException e) {
            return new Posting.NotNow("FOLDER_UNAVAILABLE");
        }
    }

    @Override
    public Optional<String> taken(String reference) {
        Path file = file(reference);
        return Files.exists(file) ? Optional.of(String.valueOf(file.getFileName())) : Optional.empty();
    }

    private Path file(String reference) {
        return directory.resolve(reference + ".eml");
    }
}
