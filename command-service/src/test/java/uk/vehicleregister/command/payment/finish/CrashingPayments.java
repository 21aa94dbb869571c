package uk.vehicleregister.command.payment.finish;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.payment.PaymentAtProvider;
import uk.vehicleregister.command.payment.PaymentProvider;
import uk.vehicleregister.command.payment.PaymentToken;

/// Stands between the register and its provider and ends the work at a chosen step, as a kill of the process would.
/// Every two durable steps have a call to the provider between them, so before and after each call is every place
/// to crash at.
@Component
@ConditionalOnProperty("test.crashing-payments")
final class CrashingPayments implements BeanPostProcessor {

    enum Call {
        AUTHORISE,
        FIND,
        SETTLE,
        CANCEL,
        REFUND
    }

    enum Moment {
        BEFORE,
        AFTER
    }

    record Step(Moment moment, Call call) {

        String words() {
            return moment + " " + call;
        }
    }

    private final Set<Step> dead = ConcurrentHashMap.newKeySet();
    private final Map<Step, Runnable> meanwhile = new ConcurrentHashMap<>();

    /// @param from where it dies from its start on, such as `BEFORE FIND`; `nowhere` when it does not
    CrashingPayments(@Value("${test.crashing-payments}") String from) {
        if (from.equals("nowhere")) return;
        String[] words = from.split(" ");
        dieAt(new Step(Moment.valueOf(words[0]), Call.valueOf(words[1])));
    }

    /// From now on nothing comes past this step.
    void dieAt(Step step) {
        dead.add(step);
    }

    /// This happens the next time the step is reached, before it goes on.
    void meanwhile(Step step, Runnable what) {
        meanwhile.put(step, what);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PaymentProvider provider ? new Crashing(provider) : bean;
    }

    private <T> T call(Call call, Supplier<T> work) {
        reach(new Step(Moment.BEFORE, call));
        T answer = work.get();
        reach(new Step(Moment.AFTER, call));
        return answer;
    }

    private void reach(Step step) {
        Runnable what = meanwhile.remove(step);
        if (what != null) what.run();
        if (dead.contains(step)) throw new IllegalStateException("crashed " + step);
    }

    private final class Crashing implements PaymentProvider {

        private final PaymentProvider provider;

        Crashing(PaymentProvider provider) {
            this.provider = provider;
        }

        @Override
        public Optional<String> referenceOf(String key, PaymentToken token) {
            return provider.referenceOf(key, token);
        }

        @Override
        public boolean tokensPayOnce() {
            return provider.tokensPayOnce();
        }

        @Override
        public Authorisation authorise(PaymentAtProvider payment, PaymentToken token) {
            return call(Call.AUTHORISE, () -> provider.authorise(payment, token));
        }

        @Override
        public Standing find(PaymentAtProvider payment) {
            return call(Call.FIND, () -> provider.find(payment));
        }

        @Override
        public Standing settle(PaymentAtProvider payment) {
            return call(Call.SETTLE, () -> provider.settle(payment));
        }

        @Override
        public Standing cancel(PaymentAtProvider payment) {
            return call(Call.CANCEL, () -> provider.cancel(payment));
        }

        @Override
        public Refund refund(PaymentAtProvider payment, int pence, int before) {
            return call(Call.REFUND, () -> provider.refund(payment, pence, before));
        }
    }
}
