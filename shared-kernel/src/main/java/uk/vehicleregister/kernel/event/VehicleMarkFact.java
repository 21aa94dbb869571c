package uk.vehicleregister.kernel.event;

import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Something by which the vehicle came to carry another mark.
public sealed interface VehicleMarkFact extends VehicleFact
        permits MarkRetained, MarkAssigned, MarkTransferredAway, MarkTransferredIn {

    /// The mark it carries after it.
    RegistrationMark carries();
}
