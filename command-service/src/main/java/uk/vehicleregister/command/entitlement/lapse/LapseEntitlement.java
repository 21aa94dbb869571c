package uk.vehicleregister.command.entitlement.lapse;

import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Record that the right to a mark is lost, as six years have passed since its certificate expired (domain.md 2.5).
record LapseEntitlement(RegistrationMark mark) {}
