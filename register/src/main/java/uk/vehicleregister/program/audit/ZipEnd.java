package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import uk.vehicleregister.transparencylog.MalformedException;

/// Looks at the end of a zip file before the JDK does, which takes the whole directory of entries into memory however
/// long it says it is.
final class ZipEnd {

    /// Room for the entries of some hundred million events.
    static final long MOST_DIRECTORY_BYTES = 32L * 1024 * 1024;

    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int ZIP64_END_BYTES = 56;
    private static final int END = 0x06054b50;
    private static final int LOCATOR = 0x07064b50;
    private static final int ZIP64_END = 0x06064b50;

    private ZipEnd() {}

    static void check(Path file) throws IOException {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            long end = zip.length() - END_BYTES;
            ByteBuffer last = read(zip, end, END_BYTES, END);
            if (last.getShort(20) != 0) throw wrong("has a comment, or bytes after its end");
            long directory = Integer.toUnsignedLong(last.getInt(12));
            if (directory == 0xFFFFFFFFL || last.getInt(16) == -1 || last.getShort(10) == -1) {
                ByteBuffer locator = read(zip, end - LOCATOR_BYTES, LOCATOR_BYTES, LOCATOR);
                directory = read(zip, locator.getLong(8), ZIP64_END_BYTES, ZIP64_END)
                        .getLong(40);
            }
            if (directory < 0 || directory > MOST_DIRECTORY_BYTES) throw wrong("lists too many entries to be read");
        }
    }

    private static ByteBuffer read(RandomAccessFile zip, long at, int count, int begins) throws IOException {
        byte[] bytes = new byte[count];
        if (at < 0 || at > zip.length() - count) throw wrong("is no zip file, or was cut off");
        zip.seek(at);
        zip.readFully(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.getInt(0) != begins) throw wrong("is no zip file, or was cut off");
        return buffer;
    }

    private static MalformedException wrong(String what) {
        return new MalformedException(what, "archive");
    }
}
