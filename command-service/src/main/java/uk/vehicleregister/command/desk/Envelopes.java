package uk.vehicleregister.command.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.DisclosureFact;
import uk.vehicleregister.kernel.event.ErasureFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.VehicleFact;

/// Facts of one command as Axon takes them, with who did it, in which role and in which transaction. Pseudonyms
/// only (design.md 5).
final class Envelopes {

    private final Submission submission;
    private final Map<String, OnBehalfOf> authorities = new LinkedHashMap<>();
    private @Nullable Applicant applicant;

    Envelopes(Submission submission) {
        this.submission = submission;
    }

    /// What goes to this stream is done under this authority.
    void onBehalfOf(String stream, OnBehalfOf keeper) {
        authorities.put(stream, keeper);
    }

    /// Who applied, where the register does it in the end.
    void appliedBy(Applicant somebody) {
        applicant = somebody;
    }

    /// @param versions last one of every stream that was read; nothing goes to another
    List<DomainEventMessage<?>> of(List<Fact> facts, Map<String, Long> versions) {
        Map<String, Long> next = new TreeMap<>(versions);
        List<DomainEventMessage<?>> messages = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            Long version = next.computeIfPresent(fact.stream(), (_, last) -> last + 1);
            if (version == null) {
                throw new IllegalStateException(
                        fact.getClass().getSimpleName() + " goes to a stream that this command has not read");
            }
            messages.add(of(fact, version));
        }
        return messages;
    }

    private DomainEventMessage<Fact> of(Fact fact, long version) {
        Map<String, Object> metadata = metadata(submission);
        if (applicant != null) {
            applied(applicant, metadata);
        }
        if (!authorities.isEmpty()) {
            // What belongs to no vehicle is done under the first one.
            OnBehalfOf first = authorities.values().iterator().next();
            metadata.put("onBehalfOf", authorities.getOrDefault(fact.stream(), first));
        }
        return new GenericDomainEventMessage<>(
                family(fact), fact.stream(), version, fact, metadata, eventId(), Instant.now());
    }

    /// Not to be guessed, unlike the identifiers of other messages: it is told to nobody who is not told of the
    /// event.
    private static String eventId() {
        return UUID.randomUUID().toString();
    }

    private static void applied(Applicant applicant, Map<String, Object> metadata) {
        metadata.put("appliedBy", applicant.actor());
        metadata.put("appliedAs", applicant.role());
        if (applicant.onBehalfOf() != null) {
            metadata.put("onBehalfOf", applicant.onBehalfOf());
        }
    }

    private static Map<String, Object> metadata(Submission submission) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("transactionId", submission.transactionId().toString());
        metadata.put("role", submission.roleClaim());
        metadata.put("actor", submission.client());
        // Of no single request: nobody asks for its transaction.
        if (submission.receipt() == null) {
            metadata.put("aside", true);
        }
        Review review = submission.review();
        if (review != null) {
            metadata.put("reviewedBy", review.registrar());
        }
        return metadata;
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
            case ErasureFact _ -> "erasure";
            case DisclosureFact _ -> "disclosure";
        };
    }
}
