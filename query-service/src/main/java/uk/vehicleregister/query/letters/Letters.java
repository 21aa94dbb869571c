package uk.vehicleregister.query.letters;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Letters extends Repository<LetterRow, Long> {

    List<LetterRow> findByTransactionIdOrderByPosition(UUID transactionId);

    List<LetterRow> findByVehicleIdOrderByPosition(String vehicleId);
}
