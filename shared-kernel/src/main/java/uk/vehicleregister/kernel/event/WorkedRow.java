package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Warning;

/// What became of one row of a batch. Nothing of what was sent is in it but the mark and the command's name.
///
/// @param row its number, from 1
/// @param command its command, where that is one a batch may hold
/// @param mark its registration mark, where that could be read
/// @param code why it was not done; absent when it was
/// @param faults of a row that could not be read
/// @param warnings to acknowledge, when a confirmation is all that is missing
/// @param transactionId of a row that was done
/// @param position of its last event
public record WorkedRow(
        int row,
        @Nullable String command,
        @Nullable RegistrationMark mark,
        State state,
        @Nullable RefusalCode code,
        List<FaultyField> faults,
        List<Warning> warnings,
        @Nullable UUID transactionId,
        @Nullable Long position) {

    public enum State {
        /// recorded in a transaction of its own
        DONE,
        /// a rule, or a lock that did not end in time, stood in the way
        REFUSED,
        /// it could not be read; nothing was looked up
        FAULTY
    }

    /// A field by its path, and what is wrong with it.
    public record FaultyField(String field, String code) {

        public FaultyField {
            requireNonNull(field);
            requireNonNull(code);
        }
    }

    public WorkedRow {
        requireNonNull(state);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }
}
