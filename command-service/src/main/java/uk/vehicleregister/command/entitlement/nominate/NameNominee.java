package uk.vehicleregister.command.entitlement.nominate;

import uk.vehicleregister.kernel.keeper.Nominee;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

/// Say on whose vehicle a mark that is held on a certificate may go (domain.md 2.5). The last one named counts.
record NameNominee(RegistrationMark mark, CertificateNumber certificateNumber, Nominee nominee) {}
