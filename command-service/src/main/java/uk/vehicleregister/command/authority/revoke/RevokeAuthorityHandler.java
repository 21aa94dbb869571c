package uk.vehicleregister.command.authority.revoke;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.authority.revoke.RevokeAuthorityDecider.Authority;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;

@Component
final class RevokeAuthorityHandler {

    private final BusinessCalendar calendar;

    RevokeAuthorityHandler(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(RevokeAuthority command, Journal journal) {
        return RevokeAuthorityDecider.decide(
                command,
                Fold.of(
                        journal.authority(command.authorityId()),
                        (Authority) new Authority.None(),
                        RevokeAuthorityDecider::evolve),
                journal.client(),
                calendar.today());
    }
}
