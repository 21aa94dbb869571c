package uk.vehicleregister.command.entitlement.nominate;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.entitlement.CertificateGate;
import uk.vehicleregister.command.entitlement.CertificateGate.Found;
import uk.vehicleregister.command.entitlement.Entitlement.Held;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.command.person.SealedPersons;

@Component
final class NameNomineeHandler {

    private final CertificateGate gate;
    private final SealedPersons persons;
    private final Papers papers;
    private final BusinessCalendar calendar;

    NameNomineeHandler(CertificateGate gate, SealedPersons persons, Papers papers, BusinessCalendar calendar) {
        this.gate = gate;
        this.persons = persons;
        this.papers = papers;
        this.calendar = calendar;
    }

    @CommandHandler
    Decision handle(NameNominee command, Journal journal) {
        Found found = gate.find(journal, command.mark(), command.certificateNumber());
        return NameNomineeDecider.decide(command, found, held -> print(command, journal, held), calendar.today());
    }

    private NameNomineeDecider.Papers print(NameNominee command, Journal journal, Held held) {
        return new NameNomineeDecider.Papers(
                papers.newCertificate(command.mark(), persons.keyOf(held.holder(), journal::newDataKey)),
                persons.party(command.nominee(), journal.newDataKey()));
    }
}
