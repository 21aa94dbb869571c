package uk.vehicleregister.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.payment.DemoPayments;
import uk.vehicleregister.command.payment.PaymentProvider;
import uk.vehicleregister.command.payment.govukpay.GovukPay;
import uk.vehicleregister.command.payment.govukpay.GovukPaySettings;

@Configuration
class ServiceConfiguration {

    @Bean
    BusinessCalendar businessCalendar(RegisterProperties properties) {
        return new BusinessCalendar(Clock.systemUTC(), properties.today());
    }

    /// Draws the marks that the register gives out.
    @Bean
    RandomGenerator draws() {
        return new SecureRandom();
    }

    /// The demo's provider takes no real money, so it must be asked for by name; without a provider there is no
    /// service.
    @Bean
    PaymentProvider paymentProvider(RegisterProperties properties, Environment environment) {
        return switch (properties.payments()) {
            case "demo" -> new DemoPayments();
            case "govuk-pay" -> GovukPay.with(govukPay(environment));
            case null, default ->
                throw new IllegalStateException(
                        "register.payments names no payment provider this service knows; it knows: demo, govuk-pay");
        };
    }

    /// Bound here and not in a bean of its own, so that a key that is not needed is not held.
    private static GovukPaySettings govukPay(Environment environment) {
        return Binder.get(environment)
                .bind("register.payments.govuk-pay", GovukPaySettings.class)
                .orElseGet(() -> new GovukPaySettings(null, null, null));
    }
}
