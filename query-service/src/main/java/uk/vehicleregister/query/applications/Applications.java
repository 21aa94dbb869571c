package uk.vehicleregister.query.applications;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Applications extends Repository<ApplicationRow, UUID> {

    Optional<ApplicationRow> findByTransactionId(UUID transactionId);
}
