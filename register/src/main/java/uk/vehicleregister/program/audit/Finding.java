package uk.vehicleregister.program.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;

/// What was found wrong.
///
/// @param position the first position it makes bad, null when it is not of one position
/// @param where the event, the checkpoint, a tile by its path, an entry of the archive and a line of it
record Finding(@Nullable Long position, String where, String what) {

    static Finding at(long position, String where, String what) {
        return new Finding(position, where, what);
    }

    static Finding of(String where, String what) {
        return new Finding(null, where, what);
    }

    static Finding of(MalformedException malformed) {
        return of(malformed.where(), malformed.what());
    }

    /// The fields `position`, where there is one, `where` and `what`.
    Map<String, Object> asJson() {
        Map<String, Object> told = new LinkedHashMap<>();
        if (position != null) told.put("position", position);
        told.put("where", where);
        told.put("what", what);
        return told;
    }

    String sentence() {
        return (position == null ? "" : "position " + position + ": ") + where + ": " + what;
    }
}
