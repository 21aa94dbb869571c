package uk.vehicleregister.command.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.axon.CachedStream;
import uk.vehicleregister.eventstore.axon.PendingAppend;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.Attempt;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.CaseFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// One try at one command: what it read, and then what it records. Every stream read is remembered with its version,
/// and
/// the log takes the decision only if none of them has moved (design.md 2), so a decision taken from the cache is as
/// good
/// as one taken from the database.
public final class Journal {

    private final Submission submission;
    private final Payment payment;
    private final LogAccess log;
    private final Map<String, Long> versions = new TreeMap<>();
    private final List<DataKey> newKeys = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Fact> recorded = new ArrayList<>();
    private final Map<String, OnBehalfOf> authorities = new LinkedHashMap<>();
    private @Nullable Decision decision;
    private @Nullable PendingAppend pending;
    private boolean claimedElsewhere;
    private @Nullable AppendOutcome confirmed;

    Journal(Submission submission, Payment payment, LogAccess log) {
        this.submission = submission;
        this.payment = payment;
        this.log = log;
    }

    static Journal of(Message<?> command) {
        return (Journal) Objects.requireNonNull(command.getMetaData().get(JournalRecording.JOURNAL));
    }

    public List<VehicleFact> vehicle(VehicleId id) {
        return read(VehicleFact.class, VehicleFact.streamOf(id));
    }

    public List<MarkFact> mark(RegistrationMark mark) {
        return read(MarkFact.class, MarkFact.streamOf(mark));
    }

    public List<PaymentFact> payment(String paymentId) {
        return read(PaymentFact.class, PaymentFact.streamOf(paymentId));
    }

    public List<AuthorityFact> authority(UUID authorityId) {
        return read(AuthorityFact.class, AuthorityFact.streamOf(authorityId));
    }

    public List<CaseFact> caseOf(UUID caseId) {
        return read(CaseFact.class, CaseFact.streamOf(caseId));
    }

    public List<BatchFact> batch(UUID batchId) {
        return read(BatchFact.class, BatchFact.streamOf(batchId));
    }

    /// Reads nothing: the rows of a new batch are the first of their stream.
    public void newBatchRows(UUID batchId) {
        versions.put(BatchRowsReceived.rowsOf(batchId), -1L);
    }

    /// Whether the fee of this command has been authorised.
    public boolean isPaid() {
        return payment instanceof Payment.Authorised;
    }

    /// A new person's key; its row is stored with the events that use it, or not at all.
    public DataKey newDataKey() {
        DataKey key = log.vault().newKey();
        newKeys.add(key);
        return key;
    }

    /// Counts, checks or clears a counter of wrong tries together with what is recorded.
    public void attempt(Attempt attempt) {
        attempts.add(attempt);
    }

    public String client() {
        return submission.client();
    }

    /// The command's name, as in its path.
    public String command() {
        return submission.command();
    }

    /// What is recorded about this vehicle is done under an authority; what belongs to no vehicle, under the first one.
    public void onBehalfOf(VehicleId vehicle, OnBehalfOf keeper) {
        authorities.put(VehicleFact.streamOf(vehicle), keeper);
    }

    private <F extends Fact> List<F> read(Class<F> family, String stream) {
        CachedStream cached = log.cache().load(List.of(stream)).get(stream);
        if (cached == null) {
            throw new IllegalStateException("the log gave no answer for a stream that was asked for");
        }
        versions.put(stream, cached.version());
        return cached.payloads().stream().map(family::cast).toList();
    }

    void record(Decision taken, UnitOfWork<?> work) {
        if (decision != null) {
            throw new IllegalStateException("a command is decided once in a unit of work");
        }
        decision = taken;
        pending = PendingAppend.of(work);
        switch (taken) {
            case Decision.Accepted accepted -> publish(JournalEntries.accepted(accepted, payment, log.today()), true);
            case Decision.PaymentDue due -> claim(due);
            case Decision.Refused refused -> {
                List<Fact> facts = JournalEntries.refused(refused, payment, log.today());
                if (facts.isEmpty()) {
                    confirm();
                } else {
                    publish(facts, true);
                }
            }
            case Decision.ConfirmationNeeded _ -> confirm();
        }
    }

    /// A claim has no receipt: until the provider has spoken, the same key must be able to go on.
    private void claim(Decision.PaymentDue due) {
        PaymentClaimed claim = JournalEntries.claim(due, submission, log.today());
        if (payment(claim.paymentId()).isEmpty()) {
            publish(List.of(claim), false);
        } else {
            claimedElsewhere = true;
        }
    }

    /// Through Axon's event store: the engine appends when the unit of work commits, and nothing runs after it that may
    /// fail.
    private void publish(List<Fact> facts, boolean withReceipt) {
        Map<String, Long> next = new TreeMap<>(versions);
        List<DomainEventMessage<?>> messages = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            if (fact instanceof PaymentFact paid && !next.containsKey(fact.stream())) {
                payment(paid.paymentId());
                next.put(fact.stream(), versions.get(fact.stream()));
            }
            Long version = next.computeIfPresent(fact.stream(), (_, last) -> last + 1);
            if (version == null) {
                throw new IllegalStateException(
                        fact.getClass().getSimpleName() + " goes to a stream that this command has not read");
            }
            messages.add(new GenericDomainEventMessage<>(family(fact), fact.stream(), version, fact, metadata(fact)));
        }
        recorded.addAll(facts);
        accompany(withReceipt);
        newKeys.forEach(key -> pending().dataKey(log.vault().wrap(key)));
        log.eventStore().publish(messages);
    }

    /// No events: yet a refusal is answered, counted and remembered only once the versions it leaned on are confirmed.
    private void confirm() {
        accompany(true);
        confirmed = log.writer().append(pending().withoutEvents());
    }

    private void accompany(boolean withReceipt) {
        versions.forEach(pending()::expect);
        attempts.forEach(pending()::attempt);
        Submission.RequestKey key = submission.receipt();
        if (withReceipt && key != null) {
            pending().receipt(key.saying(ReceiptText.of(decided())));
        }
    }

    /// What became of this try; asked after the unit of work has ended.
    Outcome outcome() {
        if (claimedElsewhere) {
            return Outcome.refused(RefusalCode.IDEMPOTENCY_KEY_IN_USE);
        }
        return switch (appendOutcome()) {
            case null -> throw new IllegalStateException("the unit of work ended without an append");
            case AppendOutcome.Appended appended -> {
                advanceCache();
                yield decidedOutcome(appended.position());
            }
            case AppendOutcome.Stale stale -> new Outcome.Stale(stale.streams());
            case AppendOutcome.Blocked blocked -> AttemptLimits.lockedOut(blocked);
            case AppendOutcome.AlreadyReceipted receipted ->
                log.receipts().replay(receipted.receipt(), submission.receipt());
        };
    }

    boolean hasOutcome() {
        return claimedElsewhere || (pending != null && appendOutcome() != null);
    }

    private @Nullable AppendOutcome appendOutcome() {
        return confirmed != null ? confirmed : pending().outcome();
    }

    private Outcome decidedOutcome(long position) {
        return switch (decided()) {
            case Decision.Accepted _ ->
                new Outcome.Done(new RecordedTransaction(submission.transactionId(), position, List.copyOf(recorded)));
            case Decision.PaymentDue due ->
                new Outcome.PaymentDue(submission.transactionId(), due.purpose(), due.pence());
            case Decision.Refused refused -> Outcome.refused(refused.code());
            case Decision.ConfirmationNeeded needed -> JournalEntries.confirmationNeeded(needed);
        };
    }

    private void advanceCache() {
        Map<String, List<Object>> byStream = new TreeMap<>();
        // Rows of a batch are read once, piece by piece; there is no room to keep them.
        recorded.stream()
                .filter(fact -> !(fact instanceof BatchRowsReceived))
                .forEach(fact -> byStream.computeIfAbsent(fact.stream(), _ -> new ArrayList<>())
                        .add(fact));
        byStream.forEach((stream, facts) ->
                log.cache().advance(stream, versions.getOrDefault(stream, -1L) + facts.size(), facts));
    }

    private MetaData metadata(Fact fact) {
        MetaData metadata = MetaData.with(
                        "transactionId", submission.transactionId().toString())
                .and("role", submission.role().claim())
                .and("actor", submission.client());
        if (authorities.isEmpty()) {
            return metadata;
        }
        OnBehalfOf first = authorities.values().iterator().next();
        return metadata.and("onBehalfOf", authorities.getOrDefault(fact.stream(), first));
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

    private Decision decided() {
        if (decision == null) {
            throw new IllegalStateException("nothing has been decided yet");
        }
        return decision;
    }

    private PendingAppend pending() {
        if (pending == null) {
            throw new IllegalStateException("nothing has been recorded yet");
        }
        return pending;
    }
}
