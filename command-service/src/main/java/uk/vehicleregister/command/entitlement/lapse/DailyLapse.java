package uk.vehicleregister.command.entitlement.lapse;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import uk.vehicleregister.command.desk.BusinessCalendar;

/// Looks for lost rights when the day has turned in London, and soon after each start, for a day may have turned
/// while the service was down. Off with `register.lapse=off`.
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "register.lapse", havingValue = "daily")
class DailyLapse {

    private static final Logger LOG = LoggerFactory.getLogger(DailyLapse.class);

    private final WhenRightIsLostThenLapseEntitlement process;
    private final BusinessCalendar calendar;

    DailyLapse(WhenRightIsLostThenLapseEntitlement process, BusinessCalendar calendar) {
        this.process = process;
        this.calendar = calendar;
    }

    @Scheduled(initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    @Scheduled(cron = "0 5 0 * * *", zone = "Europe/London")
    void run() {
        int lapsed = process.lapse(calendar.today());
        if (lapsed > 0) LOG.info("Rights to marks that were lost and have lapsed: {}", lapsed);
    }
}
