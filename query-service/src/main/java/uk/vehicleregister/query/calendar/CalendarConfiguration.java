package uk.vehicleregister.query.calendar;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    /// `register.today` moves business dates, in a demo only.
    @Bean
    BusinessCalendar businessCalendar(@Value("${register.today:}") String today) {
        return new BusinessCalendar(Clock.systemUTC(), today.isEmpty() ? null : LocalDate.parse(today));
    }
}
