package uk.vehicleregister.program.audit;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.note.Checkpoint;

/// What an audit comes to.
///
/// @param goodUpTo the last position that is good, -1 when none is
/// @param wrong the first thing that is wrong, null when all is good
/// @param events how many events were read
/// @param streams how many streams were followed from version to version, and how many more there were
record Verdict(
        Checkpoint signed, long goodUpTo, @Nullable Finding wrong, long events, long streams, long moreStreams) {}
