package uk.vehicleregister.command.entitlement.buy;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;
import uk.vehicleregister.eventstore.vault.DataKey;

@Component
final class BuyEntitlementHandler {

    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    BuyEntitlementHandler(SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    /// The mark's empty stream is read, so that of all who want it at once one has it.
    @CommandHandler
    Decision handle(BuyEntitlement command, Journal journal) {
        journal.about(command.mark());
        return BuyEntitlementDecider.decide(
                command,
                journal.mark(command.mark()),
                journal.isPaid(),
                () -> print(command, journal),
                calendar.today());
    }

    private BuyEntitlementDecider.Papers print(BuyEntitlement command, Journal journal) {
        DataKey purchasersKey = journal.newDataKey();
        return new BuyEntitlementDecider.Papers(
                papers.newCertificate(command.mark(), purchasersKey),
                persons.party(command.purchaser(), purchasersKey),
                command.nominee() == null ? null : persons.party(command.nominee(), journal.newDataKey()));
    }
}
