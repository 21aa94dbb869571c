package uk.vehicleregister.query.vehicleenquiry;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

interface Vehicles extends Repository<VehicleRow, String> {

    /// One statement, with no transaction around it.
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Optional<VehicleRow> findByRegistrationMark(String registrationMark);
}
