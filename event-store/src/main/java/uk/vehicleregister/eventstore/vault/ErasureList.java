package uk.vehicleregister.eventstore.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The ids of all data keys that were ever erased, in a file outside the database that is only added to: an older
/// backup of the database knows nothing of later erasures. An id says nothing of a person.
public final class ErasureList {

    private static final String FILE = "erased-keys";
    private static final int ID = 36;

    /// A file lock keeps other processes off, and cannot be taken twice in one.
    private static final Object ADDING = new Object();

    private final PrivateDirectory directory;

    ErasureList(PrivateDirectory directory) {
        this.directory = directory;
    }

    public Set<UUID> all() {
        if (!directory.has(FILE)) return Set.of();
        try {
            return idsIn(directory.read(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of erasures cannot be read", e);
        }
    }

    /// On disk when it returns. Ids that are there already are not added again.
    public void add(Collection<UUID> ids) {
        synchronized (ADDING) {
            addAlone(ids);
        }
    }

    private void addAlone(Collection<UUID> ids) {
        try (FileChannel channel = directory.toAddTo(FILE);
                FileLock lock = channel.lock()) {
            byte[] before = directory.read(FILE);
            Set<UUID> more = new LinkedHashSet<>(ids);
            more.removeAll(idsIn(before));
            if (more.isEmpty()) return;
            boolean torn = before.length > 0 && before[before.length - 1] != '\n';
            String lines = more.stream().map(id -> id + "\n").collect(Collectors.joining("", torn ? "\n" : "", ""));
            channel.position(before.length);
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of erasures cannot be written", e);
        }
    }

    /// A line that was torn by a power cut belongs to an erasure nobody was answered about; it is added again from
    /// the log.
    private static Set<UUID> idsIn(byte[] file) {
        Set<UUID> ids = new LinkedHashSet<>();
        new String(file, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.length() == ID)
                .map(UUID::fromString)
                .forEach(ids::add);
        return ids;
    }
}
