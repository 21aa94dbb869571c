package uk.vehicleregister.command.mark.assign;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.keeper.ActingBusiness;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

/// Put a mark that is held on a certificate on a vehicle (domain.md 1.5).
///
/// @param mark the mark the vehicle carries now
/// @param canPay whether a payment was handed in, should a fee turn out to be due
record AssignMark(
        RegistrationMark mark,
        Proof proof,
        Postcode keeperPostcode,
        CertificateNumber certificateNumber,
        RegistrationMark markToAssign,
        boolean granteeConsent,
        @Nullable ActingBusiness business,
        boolean canPay) {}
