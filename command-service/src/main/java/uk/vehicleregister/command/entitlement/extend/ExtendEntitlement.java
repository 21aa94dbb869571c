package uk.vehicleregister.command.entitlement.extend;

import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

/// Keep the right to a mark for longer (domain.md 2.5).
record ExtendEntitlement(RegistrationMark mark, CertificateNumber certificateNumber) {}
