package uk.vehicleregister.command.desk;

import uk.vehicleregister.kernel.refusal.RefusalCode;

/// The fee stands in the way: what was asked for does not happen, no rule is asked, and the log says why.
record RefuseForFee(RefusalCode code) {}
