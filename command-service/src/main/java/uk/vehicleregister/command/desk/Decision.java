package uk.vehicleregister.command.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Warning;

/// What a decider answers: the facts to record, or why there are none. A refusal is a value (style.md), never an
/// exception.
public sealed interface Decision {

    /// Everything the command changes, over all streams; recorded whole or not at all.
    record Accepted(List<Fact> facts) implements Decision {

        /// And this as well, where it arises.
        public Accepted and(Optional<? extends Fact> more) {
            return new Accepted(
                    Stream.<Fact>concat(facts.stream(), more.stream()).toList());
        }
    }

    record Refused(RefusalCode code) implements Decision {}

    /// Nothing is wrong for certain; the sender must say that they have seen these warnings.
    record ConfirmationNeeded(List<Warning> warnings) implements Decision {}

    /// All rules hold and a fee of `pence` is the only thing missing.
    record PaymentDue(FeePurpose purpose, int pence) implements Decision {}

    /// No rule can decide it; a registrar has to look. Everything else that could stop it has been asked.
    ///
    /// @param cause what the rule found
    /// @param mark the mark the application is about
    record UnderReview(RefusalCode cause, VehicleId vehicleId, RegistrationMark mark) implements Decision {}

    static Accepted accepted(Fact... facts) {
        return new Accepted(List.of(facts));
    }

    static Decision refused(RefusalCode code) {
        return new Refused(code);
    }
}
