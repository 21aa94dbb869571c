package uk.vehicleregister.command.entitlement;

import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.AttemptLimits;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.command.paper.Papers;
import uk.vehicleregister.eventstore.log.Attempt.Effect;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;
import uk.vehicleregister.kernel.paper.Credential;

/// Who knows a mark and the number of its latest certificate may act on the right to it. An unknown mark and a
/// wrong number are one and the same answer, and both count: certificates are guarded like document references,
/// on a counter of their own (domain.md 1.0).
@Component
public final class CertificateGate {

    /// @param matches whether the number shown is that of the latest certificate
    public record Found(Entitlement entitlement, boolean matches) {}

    private final Papers papers;

    CertificateGate(Papers papers) {
        this.papers = papers;
    }

    /// Looks without counting, for an application that has other rules to pass first.
    public Found look(Journal journal, RegistrationMark mark, CertificateNumber shown) {
        Entitlement entitlement = Fold.of(journal.mark(mark), new Entitlement.None(), Entitlement::evolve);
        return new Found(entitlement, shown.mark().equals(mark) && matches(entitlement, shown));
    }

    /// The try is counted together with the answer.
    public void count(Journal journal, RegistrationMark mark, Found found) {
        journal.attempt(AttemptLimits.client(journal.client(), found.matches() ? Effect.CHECK : Effect.COUNT));
        journal.attempt(AttemptLimits.certificate(mark, found.matches() ? Effect.CLEAR : Effect.COUNT));
    }

    public Found find(Journal journal, RegistrationMark mark, CertificateNumber shown) {
        journal.about(mark);
        Found found = look(journal, mark, shown);
        count(journal, mark, found);
        return found;
    }

    private boolean matches(Entitlement entitlement, CertificateNumber shown) {
        return switch (entitlement) {
            case Entitlement.None _ -> false;
            case Entitlement.Held held -> isCertificate(held.certificate(), shown);
            case Entitlement.Lapsed lapsed -> isCertificate(lapsed.certificate(), shown);
        };
    }

    private boolean isCertificate(Credential latest, CertificateNumber shown) {
        return papers.isCertificate(latest, shown);
    }
}
