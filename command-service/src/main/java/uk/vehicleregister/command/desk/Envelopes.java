package uk.vehicleregister.command.desk;

import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.VehicleFact;

/// A fact as Axon takes it, with who did it, in which role and in which transaction. Pseudonyms only (design.md 5).
final class Envelopes {

    /// @param authorities by stream: under whose authority the caller acts
    /// @param applicant who applied, where the register does it in the end
    static DomainEventMessage<Fact> of(
            Fact fact,
            long version,
            Submission submission,
            Map<String, OnBehalfOf> authorities,
            @Nullable Applicant applicant) {
        MetaData metadata = applicant == null ? metadata(submission) : metadata(submission, applicant);
        if (!authorities.isEmpty()) {
            // What belongs to no vehicle is done under the first one.
            OnBehalfOf first = authorities.values().iterator().next();
            metadata = metadata.and("onBehalfOf", authorities.getOrDefault(fact.stream(), first));
        }
        return new GenericDomainEventMessage<>(family(fact), fact.stream(), version, fact, metadata);
    }

    private static MetaData metadata(Submission submission, Applicant applicant) {
        MetaData metadata =
                metadata(submission).and("appliedBy", applicant.actor()).and("appliedAs", applicant.role());
        return applicant.onBehalfOf() == null ? metadata : metadata.and("onBehalfOf", applicant.onBehalfOf());
    }

    private static MetaData metadata(Submission submission) {
        MetaData metadata = MetaData.with(
                        "transactionId", submission.transactionId().toString())
                .and("role", submission.roleClaim())
                .and("actor", submission.client());
        // Of no single request: nobody asks for its transaction.
        if (submission.receipt() == null) {
            metadata = metadata.and("aside", true);
        }
        Review review = submission.review();
        return review == null ? metadata : metadata.and("reviewedBy", review.registrar());
    }

    private static String family(Fact fact) {
        return switch (fact) {
            case VehicleFact _ -> "vehicle";
            case MarkFact _ -> "mark";
            case PaymentFact _ -> "payment";
            case AuthorityFact _ -> "authority";
            case CaseFact _ -> "case";
            case AttemptFact _ -> "attempt";
            case BatchFact _ -> "batch";
        };
    }

    private Envelopes() {}
}
