package uk.vehicleregister.command.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/// A body that may be large: no larger than `most` bytes, and all of those under way together no larger than the room
/// there is, so that a service of few hundred megabytes stands any number of senders.
final class LargeBody extends FilterInputStream {

    private static final int KILOBYTE = 1024;

    private final int most;
    private final Semaphore room;
    private long read;
    private int taken;
    private boolean tooLong;
    private boolean noRoom;

    /// @param room in kilobytes
    LargeBody(InputStream body, int most, Semaphore room) {
        super(body);
        this.most = most;
        this.room = room;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) count(1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        if (some > 0) count(some);
        return some;
    }

    private void count(int bytes) throws IOException {
        read += bytes;
        tooLong = read > most;
        int kilobytes = (int) Math.min(Integer.MAX_VALUE, read / KILOBYTE + 1) - taken;
        noRoom = !tooLong && !room.tryAcquire(kilobytes);
        if (tooLong || noRoom) throw new IOException("the body is not read any further");
        taken += kilobytes;
    }

    /// Why it was not read to its end, if it was not.
    void complain() {
        if (noRoom) throw new NoRoom();
        if (tooLong) throw new InvalidRequest("", "TOO_LONG", "the body may have at most " + most + " bytes");
    }

    /// Gives back the room it took; the stream itself is the server's.
    @Override
    public void close() {
        room.release(taken);
        taken = 0;
    }
}
