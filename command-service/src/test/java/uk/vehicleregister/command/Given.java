package uk.vehicleregister.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Warning;

/// Given what was recorded, when something is asked, then this is decided. Each rule test reads as one such sentence.
public record Given<S>(S state) {

    @SafeVarargs
    public static <S, F extends Fact> Given<S> recorded(S initial, BiFunction<S, F, S> evolve, F... facts) {
        return new Given<>(Fold.of(List.of(facts), initial, evolve));
    }

    public Then when(Function<S, Decision> asked) {
        return new Then(asked.apply(state));
    }

    public record Then(Decision decision) {

        public void thenRefused(RefusalCode code) {
            assertThat(decision).isEqualTo(Decision.refused(code));
        }

        /// A registrar has to look, because of that.
        public void thenUnderReview(RefusalCode cause) {
            assertThat(decision).isInstanceOf(Decision.UnderReview.class);
            assertThat(((Decision.UnderReview) decision).cause()).isEqualTo(cause);
        }

        public void thenAsksToConfirm(Warning... warnings) {
            assertThat(decision).isEqualTo(new Decision.ConfirmationNeeded(List.of(warnings)));
        }

        public void thenFeeIsDue(int pence) {
            assertThat(decision).isInstanceOf(Decision.PaymentDue.class);
            assertThat(((Decision.PaymentDue) decision).pence()).isEqualTo(pence);
        }

        public List<Fact> thenAccepted() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted) decision).facts();
        }

        public void thenRecorded(Fact... facts) {
            assertThat(decision).isEqualTo(Decision.accepted(facts));
        }
    }
}
