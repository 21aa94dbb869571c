package uk.vehicleregister.program.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import uk.vehicleregister.program.Stopped;

/// Unpacks the PostgreSQL programs that come as a Maven artefact (zonky), once for a data directory.
final class PostgresBinaries {

    /// In the name, so that a newer version is unpacked beside the older one.
    private static final String VERSION = "18.6.0";

    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /// The directory that holds `bin/postgres`.
    static Path in(Path directory) {
        Path unpacked = directory.resolve("postgresql-" + VERSION);
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        Path part = directory.resolve("postgresql-" + VERSION + ".part");
        try (InputStream archive = archive()) {
            Directories.delete(part);
            unpack(archive, part);
            Files.move(part, unpacked, StandardCopyOption.ATOMIC_MOVE);
            return unpacked;
        } catch (IOException failed) {
            throw Stopped.unreachable("Cannot unpack PostgreSQL into " + directory + " (" + failed.getMessage()
                    + "). It needs about 60 MB there; give another directory with --data.");
        }
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch");
        boolean known = system.startsWith("Linux") && (machine.equals("amd64") || machine.equals("x86_64"));
        InputStream archive = known ? DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", "x86_64") : null;
        if (archive == null) {
            throw Stopped.unreachable("The embedded PostgreSQL is for Linux on x86-64; this is " + system + " on "
                    + machine + ". Run the services against a PostgreSQL of your own: bin/register serve --help");
        }
        return archive;
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive points outside itself: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
