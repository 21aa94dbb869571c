package uk.vehicleregister.program.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.tile.TileReader;

/// A log as somebody else hands it over: a running register, or an archive. Nothing of it is believed.
interface AuditedLog extends TileReader, AutoCloseable {

    /// The signed note of the newest checkpoint.
    byte[] checkpoint() throws IOException;

    /// The key that whoever hands the log over says it is signed with.
    String key() throws IOException;

    /// The events before this position, from the first.
    Feed events(long size);

    /// Events after the checkpoint's: not signed, so nothing is said of them.
    long notSealedYet(long size) throws IOException;

    /// What else is wrong with the whole, once everything has been read; null when nothing is.
    @Nullable
    Finding afterwards() throws IOException;

    /// The address or the file, for a person.
    String name();

    @Override
    void close();
}
