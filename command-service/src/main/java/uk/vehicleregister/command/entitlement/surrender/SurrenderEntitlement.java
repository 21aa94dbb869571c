package uk.vehicleregister.command.entitlement.surrender;

import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

/// Give the right to a mark up, also when its certificate has expired (domain.md 1.5).
record SurrenderEntitlement(RegistrationMark mark, CertificateNumber certificateNumber) {}
