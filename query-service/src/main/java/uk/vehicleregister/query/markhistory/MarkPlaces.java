package uk.vehicleregister.query.markhistory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MarkPlaces extends Repository<MarkPlaceRow, MarkPlaceRow.Key> {

    /// The stays begun by the end of that date, as known then, oldest first.
    @Query("""
            from MarkPlaceRow where registrationMark = :mark and effectiveFrom <= :on
            and recordedFrom <= :known and (recordedTo is null or recordedTo > :known)
            order by effectiveFrom, position""")
    List<MarkPlaceRow> until(String mark, LocalDate on, Instant known);
}
