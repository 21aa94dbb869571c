package uk.vehicleregister.query.documents;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Documents extends Repository<DocumentRow, Long> {

    List<DocumentRow> findByTransactionIdOrderByPosition(UUID transactionId);

    List<DocumentRow> findByVehicleIdOrderByPosition(String vehicleId);
}
