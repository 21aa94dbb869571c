package uk.vehicleregister.benchmarks.campaign.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import uk.vehicleregister.benchmarks.campaign.trial.Books;

/// The log's table on a small disk of its own, a tmpfs, which a file fills to the last byte. To mount one takes root.
final class FullDisk implements Outage, AutoCloseable {

    private static final int MEGABYTES = 64;
    private static final int BLOCK = 8_192;

    private final Books books;
    private final Path disk;

    private FullDisk(Books books, Path disk) {
        this.books = books;
        this.disk = disk;
    }

    static boolean isPossible() {
        return "root".equals(System.getProperty("user.name"))
                && Files.isExecutable(Path.of("/usr/bin/mount"))
                && run("mount", "--version");
    }

    /// @throws IOException when this machine does not let us
    static FullDisk mount(Books books, Path directory) throws IOException, SQLException {
        Path disk = Files.createDirectory(directory.resolve("small-disk"));
        if (!run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString()))
            throw new IOException("a tmpfs cannot be mounted");
        FullDisk full = new FullDisk(books, disk);
        try {
            books.execute(
                    "create tablespace small location '" + Files.createDirectory(disk.resolve("postgresql")) + "'",
                    "alter table log.event set tablespace small");
            return full;
        } catch (SQLException failed) {
            run("umount", disk.toString());
            throw failed;
        }
    }

    @Override
    public String name() {
        return "disk full";
    }

    @Override
    public String reason() {
        return "No space left on device";
    }

    @Override
    public void begin() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (true) filler.write(block);
        } catch (IOException full) {
            if (Files.getFileStore(disk).getUsableSpace() >= BLOCK) throw full;
        }
    }

    @Override
    public void end() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return disk.resolve("filler");
    }

    /// The table goes back to where it was, so that the disk can be taken away.
    @Override
    public void close() throws SQLException, IOException {
        Files.deleteIfExists(filler());
        try {
            books.execute("alter table log.event set tablespace pg_default", "drop tablespace small");
        } finally {
            if (!run("umount", disk.toString())) run("umount", "--lazy", disk.toString());
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
