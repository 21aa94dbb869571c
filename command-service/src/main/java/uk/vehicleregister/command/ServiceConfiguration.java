package uk.vehicleregister.command;

import java.time.Clock;
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

    @Bean
    PaymentProvider paymentProvider() {
        return new DemoPayments();
    }
}
