package uk.vehicleregister.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.payment.DemoPayments;
import uk.vehicleregister.command.payment.PaymentProvider;

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
    PaymentProvider paymentProvider(RegisterProperties properties) {
        if (!"demo".equals(properties.payments())) {
            throw new IllegalStateException(
                    "register.payments names no payment provider this service knows; it knows: demo");
        }
        return new DemoPayments();
    }
}
