package uk.vehicleregister.query.vehiclehistory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Keeperships extends Repository<KeepershipRow, KeepershipRow.Key> {

    /// At the end of that date, as known then; the constraint lets at most one be.
    @Query("""
            from KeepershipRow where vehicleId = :vehicleId
            and effectiveFrom <= :on and (effectiveTo is null or effectiveTo > :on)
            and recordedFrom <= :known and (recordedTo is null or recordedTo > :known)""")
    Optional<KeepershipRow> at(String vehicleId, LocalDate on, Instant known);

    /// Those begun by the end of that date, as known then.
    @Query("""
            from KeepershipRow where vehicleId = :vehicleId and effectiveFrom <= :on
            and recordedFrom <= :known and (recordedTo is null or recordedTo > :known)""")
    List<KeepershipRow> until(String vehicleId, LocalDate on, Instant known);
}
