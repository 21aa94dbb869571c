package uk.vehicleregister.command.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
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
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.ErasureFact;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.PaymentTokenUsed;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// One try at one command: what it read, and then what it records. Every stream read is remembered with its
/// version, and the log takes the decision only if none of them has moved (design.md 2), so a decision taken from
/// the cache is as good as one taken from the database.
public final class Journal {

    private final Submission submission;
    private final Payment payment;
    private final LogAccess log;
    private final Map<String, Long> versions = new TreeMap<>();
    private final List<DataKey> newKeys = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Fact> recorded = new ArrayList<>();
    private @Nullable RegistrationMark about;
    private final Envelopes envelopes;
    private @Nullable Decision decision;
    private @Nullable PendingAppend pending;
    private boolean paymentMovedOn;
    private @Nullable AppendOutcome confirmed;

    Journal(Submission submission, Payment payment, LogAccess log) {
        this.submission = submission;
        this.payment = payment;
        this.log = log;
        this.envelopes = new Envelopes(submission);
    }

    static Journal of(Message<?> command) {
        return (Journal) Objects.requireNonNull(command.getMetaData().get(JournalRecording.JOURNAL));
    }

    public List<VehicleFact> vehicle(VehicleId id) {
        return read(VehicleFact.streamOf(id));
    }

    public List<MarkFact> mark(RegistrationMark mark) {
        return read(MarkFact.streamOf(mark));
    }

    public List<PaymentFact> payment(String paymentId) {
        return read(PaymentFact.streamOf(paymentId));
    }

    public List<AuthorityFact> authority(UUID authorityId) {
        return read(AuthorityFact.streamOf(authorityId));
    }

    public List<CaseFact> caseOf(UUID caseId) {
        return read(CaseFact.streamOf(caseId));
    }

    public List<BatchFact> batch(UUID batchId) {
        return read(BatchFact.streamOf(batchId));
    }

    /// Reads nothing: the rows of a new batch are the first of their stream.
    public void newBatchRows(UUID batchId) {
        versions.put(BatchRowsReceived.rowsOf(batchId), -1L);
    }

    /// Reads nothing: a new erasure is the first of its stream.
    public void newErasure(UUID erasureId) {
        versions.put(ErasureFact.streamOf(erasureId), -1L);
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

    /// The mark the command asks about: what an auditor finds its refusal by.
    public void about(RegistrationMark mark) {
        about = mark;
    }

    /// Whether a registrar has looked at this application and accepted it.
    public boolean isReviewed() {
        return submission.review() != null;
    }

    /// What is recorded about this vehicle is done under an authority; what belongs to no vehicle, under the first
    /// one.
    public void onBehalfOf(VehicleId vehicle, OnBehalfOf keeper) {
        envelopes.onBehalfOf(VehicleFact.streamOf(vehicle), keeper);
    }

    /// What is recorded was done by the register, and begun by somebody else.
    public void appliedBy(Applicant somebody) {
        envelopes.appliedBy(somebody);
    }

    List<PaymentFact> token(String tokenDigest) {
        return read(PaymentTokenUsed.streamOfToken(tokenDigest));
    }

    private <F extends Fact> List<F> read(String stream) {
        CachedStream cached = log.read(stream);
        versions.put(stream, cached.version());
        return cached.facts();
    }

    /// @param pending takes along with the events what belongs to them
    void record(Decision taken, PendingAppend pending) {
        if (decision != null) {
            throw new IllegalStateException("a command is decided once in a unit of work");
        }
        decision = caseIsDecided() ? Decision.refused(RefusalCode.CASE_DECIDED) : taken;
        this.pending = pending;
        if (FeeStanding.hasEnded(payment, this)) {
            paymentMovedOn = true;
            return;
        }
        switch (decision) {
            case Decision.Accepted accepted ->
                publish(JournalEntries.accepted(accepted, payment, submission, log.today()), true);
            case Decision.UnderReview review ->
                open(JournalEntries.opened(review, submission, newDataKey(), log.today()));
            case Decision.PaymentDue due -> askForFee(due);
            case Decision.Refused refused -> refuse(refused.code());
            case Decision.ConfirmationNeeded _ -> refuse(RefusalCode.CONFIRMATION_NEEDED);
        }
    }

    /// A case is decided once, also when two registrars accept it at the same moment.
    private boolean caseIsDecided() {
        Review review = submission.review();
        return review != null && !(caseOf(review.caseId()).getLast() instanceof CaseOpened);
    }

    private void open(CaseOpened opened) {
        begin(opened);
        publish(List.of(opened), true);
    }

    /// A refusal is answered, counted and remembered only once the versions it leaned on are confirmed; with it
    /// goes what an auditor may want to know of it.
    private void refuse(RefusalCode code) {
        List<Fact> facts = new ArrayList<>(JournalEntries.refused(code, payment, log.today()));
        facts.addAll(JournalEntries.attempted(code, submission, about, log.today()));
        if (facts.isEmpty()) confirm();
        else publish(facts, true);
    }

    /// The first event of a stream with a random name: nobody else can have begun it.
    private void begin(Fact first) {
        versions.put(first.stream(), -1L);
    }

    private void askForFee(Decision.PaymentDue due) {
        switch (payment) {
            case Payment.None _ -> refuseInstead(RefusalCode.FEE_DUE);
            case Payment.Offered offered
            when FeeStanding.hasPaidForAnother(offered, submission, this) ->
                refuseInstead(RefusalCode.PAYMENT_ALREADY_USED);
            case Payment.Offered offered -> claim(due, offered);
            case Payment.Authorised _, Payment.Declined _ -> throw new IllegalStateException("a fee is asked for once");
        }
    }

    private void refuseInstead(RefusalCode code) {
        decision = Decision.refused(code);
        refuse(code);
    }

    /// A claim has no receipt: until the provider has spoken, the same key must be able to go on.
    private void claim(Decision.PaymentDue due, Payment.Offered offered) {
        List<Fact> claim = JournalEntries.claim(due, offered, submission, about, log.today());
        if (payment(Objects.requireNonNull(submission.paymentId())).isEmpty()) {
            publish(claim, false);
        } else {
            paymentMovedOn = true;
        }
    }

    private void publish(List<Fact> facts, boolean withReceipt) {
        facts.forEach(this::demandRead);
        List<DomainEventMessage<?>> messages = envelopes.of(facts, versions);
        recorded.addAll(facts);
        accompany(withReceipt);
        if (!(decided() instanceof Decision.Refused || decided() instanceof Decision.ConfirmationNeeded)) {
            newKeys.forEach(key -> pending().dataKey(log.vault().wrap(key)));
        }
        log.way().publish(messages);
    }

    /// What a handler cannot have read: an attempt is the first of its stream, and a fee is read when something is
    /// said of it.
    private void demandRead(Fact fact) {
        if (fact instanceof AttemptFact) begin(fact);
        if (fact instanceof PaymentFact paid && !versions.containsKey(fact.stream())) payment(paid.paymentId());
    }

    /// No events, and yet the versions are confirmed and the tries counted.
    private void confirm() {
        accompany(true);
        confirmed = log.way().confirm(pending());
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
        if (paymentMovedOn) {
            // Another request of this key, or the process, was quicker; the same request sent again gets its answer.
            return Outcome.refused(RefusalCode.IDEMPOTENCY_KEY_IN_USE);
        }
        return switch (appendOutcome()) {
            case null -> throw new IllegalStateException("the unit of work ended without an append");
            case AppendOutcome.Appended appended -> {
                log.advance(versions, recorded);
                yield JournalEntries.outcome(decided(), submission, appended.position(), recorded);
            }
            case AppendOutcome.Stale stale -> new Outcome.Stale(stale.streams());
            case AppendOutcome.Blocked blocked -> AttemptLimits.lockedOut(blocked);
            case AppendOutcome.AlreadyReceipted receipted ->
                log.receipts().replay(receipted.receipt(), submission.receipt());
        };
    }

    boolean hasOutcome() {
        return paymentMovedOn || (pending != null && appendOutcome() != null);
    }

    private @Nullable AppendOutcome appendOutcome() {
        return confirmed != null ? confirmed : pending().outcome();
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
