package uk.vehicleregister.query.mail.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Puts each letter as an .eml file into a directory, for the demo. A file appears whole or not at all.
final class FolderPostbox implements Postbox {

    private static final String FROM = "vehicle-register@register.example";

    private static final String PART = ".part-";
    private static final String SUFFIX = ".eml";

    private final Path directory;
    private final Session session = Session.getInstance(new Properties());

    FolderPostbox(Path directory) {
        this.directory = directory;
        sweep();
    }

    /// What a program that was killed left half written.
    private void sweep() {
        if (!Files.isDirectory(directory)) return;
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, PART + "*")) {
            for (Path part : parts) Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("Mails that were half written cannot be thrown away", e);
        }
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Posting hand(Letter letter) {
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, PART, ""); // readable by its owner only
            try (OutputStream file = Files.newOutputStream(part)) {
                MimeLetter.of(letter, FROM, session).writeTo(file);
            }
            Files.move(part, file(letter.reference()), StandardCopyOption.ATOMIC_MOVE);
            return new Posting.Taken(letter.reference() + SUFFIX);
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

    @Override
    public List<String> lying() {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The mails in the folder cannot be listed", e);
        }
    }

    @Override
    public void discard(String reference) {
        try {
            Files.deleteIfExists(file(reference));
        } catch (IOException e) {
            throw new UncheckedIOException("A mail in the folder cannot be thrown away", e);
        }
    }

    private Path file(String reference) {
        return directory.resolve(reference + SUFFIX);
    }
}
