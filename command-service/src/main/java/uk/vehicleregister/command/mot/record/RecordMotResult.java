package uk.vehicleregister.command.mot.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// A vehicle was tested elsewhere.
///
/// @param expiresOn the last day a pass is valid on; null: it failed
record RecordMotResult(
        RegistrationMark mark, LocalDate testedOn, @Nullable LocalDate expiresOn) {

    enum Result {
        PASS,
        FAIL
    }
}
