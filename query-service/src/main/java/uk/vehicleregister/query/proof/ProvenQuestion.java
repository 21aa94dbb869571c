package uk.vehicleregister.query.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was asked, as it stands in the proof, so that the answer can be worked out anew.
///
/// @param history which of the histories: `vehicle-history`, `keeper-history`, `mark-history`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvenQuestion(
        String history,
        @Nullable String vehicleId,
        @Nullable String registrationMark,
        @Nullable LocalDate effectiveAt,
        @Nullable Instant recordedAt) {

    public static final String VEHICLE = "vehicle-history";
    public static final String KEEPERS = "keeper-history";
    public static final String MARK = "mark-history";

    public ProvenQuestion {
        Objects.requireNonNull(history);
    }
}
