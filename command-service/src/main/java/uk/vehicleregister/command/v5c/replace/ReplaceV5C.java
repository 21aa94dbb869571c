package uk.vehicleregister.command.v5c.replace;

import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.LossReason;

/// The keeper has no V5C any more and shows where they live instead (domain.md 2.6).
record ReplaceV5C(RegistrationMark mark, Proof.KeeperPostcode proof, LossReason reason) {}
