package uk.vehicleregister.command.payment.finish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.process.Process;
import uk.vehicleregister.command.process.RecordedFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.PaymentRefundDue;
import uk.vehicleregister.kernel.event.PaymentRefunded;
import uk.vehicleregister.kernel.event.PaymentReleased;
import uk.vehicleregister.kernel.event.PaymentSettled;
import uk.vehicleregister.kernel.event.PaymentSettlementRefused;
import uk.vehicleregister.kernel.event.PaymentTokenUsed;

/// Takes up every payment whose request did not see it through: settles, lets go, gives back, and gives up claims
/// that nobody came back for. Requests have a head start, so that the provider is not asked twice in the ordinary
/// course.
@Component
final class WhenPaymentIsLeftOpenThenFinishIt implements Process {

    /// While a provider is away, each payment is tried ever more rarely, down to this.
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /// @param claimed whether it is a claim still, which its request may yet come back for
    /// @param refunds due and not given, by their ids
    private record Open(boolean claimed, Set<String> refunds, Instant due, Duration pause) {}

    private final Consumer<String> giveUp;
    private final Consumer<String> finish;
    private final Duration patience;
    private final Duration headStart;
    private final Clock clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    @Autowired
    WhenPaymentIsLeftOpenThenFinishIt(
            FinishPayments payments,
            MeterRegistry meters,
            @Value("${register.payments.patience:15m}") Duration patience,
            @Value("${register.payments.head-start:30s}") Duration headStart) {
        this(payments::giveUp, payments::finish, patience, headStart, Clock.systemUTC());
        Gauge.builder("register.payments.open", open, Map::size)
                .description("Payments that the provider is yet to be asked or told about")
                .register(meters);
    }

    WhenPaymentIsLeftOpenThenFinishIt(
            Consumer<String> giveUp, Consumer<String> finish, Duration patience, Duration headStart, Clock clock) {
        this.giveUp = giveUp;
        this.finish = finish;
        this.patience = patience;
        this.headStart = headStart;
        this.clock = clock;
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(
                PaymentClaimed.class,
                PaymentAuthorised.class,
                PaymentSettled.class,
                PaymentSettlementRefused.class,
                PaymentDeclined.class,
                PaymentCancelled.class,
                PaymentReleased.class,
                PaymentRefundDue.class,
                PaymentRefunded.class);
    }

    @Override
    public void on(RecordedFact recorded) {
        PaymentFact fact = (PaymentFact) recorded.fact();
        Instant at = recorded.recordedAt();
        open.compute(fact.paymentId(), (_, known) -> {
            Set<String> refunds = known == null ? Set.of() : known.refunds();
            return switch (fact) {
                case PaymentClaimed _ -> new Open(true, refunds, at.plus(patience), headStart);
                case PaymentAuthorised _, PaymentDeclined _, PaymentCancelled _ -> takenUp(at, refunds);
                case PaymentRefundDue due -> takenUp(at, with(refunds, due.refundId()));
                case PaymentSettled _ -> refunds.isEmpty() ? null : takenUp(at, refunds);
                case PaymentRefunded given -> {
                    Set<String> left = without(refunds, given.refundId());
                    yield left.isEmpty() ? null : takenUp(at, left);
                }
                case PaymentSettlementRefused _, PaymentReleased _ -> null;
                case PaymentTokenUsed _ -> known;
            };
        });
    }

    private Open takenUp(Instant at, Set<String> refunds) {
        return new Open(false, refunds, at.plus(headStart), headStart);
    }

    private static Set<String> with(Set<String> refunds, String refund) {
        Set<String> more = new HashSet<>(refunds);
        more.add(refund);
        return Set.copyOf(more);
    }

    private static Set<String> without(Set<String> refunds, String refund) {
        Set<String> left = new HashSet<>(refunds);
        left.remove(refund);
        return Set.copyOf(left);
    }

    @Override
    public void work() {
        Instant now = clock.instant();
        open.forEach((paymentId, payment) -> {
            if (!payment.due().isAfter(now)) {
                takeUp(paymentId, payment, now);
            }
        });
    }

    private void takeUp(String paymentId, Open payment, Instant now) {
        Duration pause = payment.pause().multipliedBy(2);
        Open later = new Open(
                payment.claimed(),
                payment.refunds(),
                now.plus(payment.pause()),
                pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        open.replace(paymentId, payment, later);
        if (payment.claimed()) {
            giveUp.accept(paymentId);
        } else {
            finish.accept(paymentId);
        }
    }
}
