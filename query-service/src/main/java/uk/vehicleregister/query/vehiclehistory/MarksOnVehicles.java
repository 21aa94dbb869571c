package uk.vehicleregister.query.vehiclehistory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MarksOnVehicles extends Repository<MarkOnVehicleRow, MarkOnVehicleRow.Key> {

    @Query("""
            from MarkOnVehicleRow where vehicleId = :vehicleId
            and effectiveFrom <= :on and (effectiveTo is null or effectiveTo > :on)
            and recordedFrom <= :known and (recordedTo is null or recordedTo > :known)""")
    Optional<MarkOnVehicleRow> at(String vehicleId, LocalDate on, Instant known);

    /// The vehicle that carried the mark at the end of that date, as known then; the latest first.
    @Query("""
            from MarkOnVehicleRow where registrationMark = :mark
            and effectiveFrom <= :on and (effectiveTo is null or effectiveTo > :on)
            and recordedFrom <= :known and (recordedTo is null or recordedTo > :known)
            order by position desc""")
    List<MarkOnVehicleRow> carrying(String mark, LocalDate on, Instant known);
}
