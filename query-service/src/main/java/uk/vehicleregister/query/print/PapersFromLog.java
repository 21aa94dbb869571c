package uk.vehicleregister.query.print;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.audit.AuditTrail.Entry;

/// Gathers what a paper says from the log as it stood at its event, and opens what is sealed for this one print.
@Component
class PapersFromLog implements Papers {

    private final AuditTrail trail;
    private final Vault vault;

    PapersFromLog(AuditTrail trail, Vault vault) {
        this.trail = trail;
        this.vault = vault;
    }

    @Override
    public Printing at(long position) {
        Optional<Draft> draft = trail.at(position)
                .flatMap(entry -> Drafts.of(entry.fact(), imprintOf(entry), vehiclesAround(position)));
        if (draft.isEmpty()) return new Printing.NothingToPrint();
        Map<String, Opened> opened = vault.openAll(
                draft.get().sealed().stream().map(Sealed::text).distinct().toList());
        return draft.get()
                .filled(opened)
                .<Printing>map(paper -> new Printing.Done(paper.code(), paper.pdf()))
                .orElseGet(Printing.Erased::new);
    }

    private Imprint imprintOf(Entry entry) {
        return new Imprint(
                trail.transactionOf(entry),
                entry.event().position(),
                entry.event().recordedAt());
    }

    private Drafts.Vehicles vehiclesAround(long position) {
        return new Drafts.Vehicles() {
            @Override
            public VehicleOnRecord before(VehicleFact fact) {
                return upTo(position - 1, fact);
            }

            @Override
            public VehicleOnRecord after(VehicleFact fact) {
                return upTo(position, fact);
            }

            /// In the append of the event, after it.
            @Override
            public Optional<TaxRefundDue> refundWith(VehicleFact fact) {
                return trail.togetherFrom(position).stream()
                        .filter(other -> other.stream().equals(fact.stream()))
                        .filter(TaxRefundDue.class::isInstance)
                        .map(TaxRefundDue.class::cast)
                        .findFirst();
            }

            @Override
            public Optional<CertificateOnRecord> certificate(MarkFact fact) {
                return CertificateOnRecord.after(
                        trail.upTo(position, fact.stream()).stream().map(Entry::fact));
            }
        };
    }

    private VehicleOnRecord upTo(long position, VehicleFact fact) {
        return VehicleOnRecord.after(
                        trail.upTo(position, fact.stream()).stream().map(Entry::fact))
                .orElseThrow(() -> new IllegalStateException("a vehicle's events do not begin with its registration"));
    }
}
