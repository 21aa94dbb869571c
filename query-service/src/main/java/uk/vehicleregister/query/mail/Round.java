package uk.vehicleregister.query.mail;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.query.mail.Texts.Filling;
import uk.vehicleregister.query.mail.post.Attachment;
import uk.vehicleregister.query.mail.post.Letter;
import uk.vehicleregister.query.mail.post.Postbox;
import uk.vehicleregister.query.mail.post.Posting;
import uk.vehicleregister.query.web.QuietTrace;

/// One round to the postbox: claims what is due, hands it in, notes how it ended. A round that dies half way leaves its
/// mails SENDING; once they count as abandoned, another round asks the provider about them before it sends again.
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Outbox outbox;
    private final Stories stories;
    private final Texts texts;
    private final Vault vault;
    private final Attachments attachments;
    private final Postbox postbox;
    private final Clock clock;

    Round(
            Outbox outbox,
            Stories stories,
            Texts texts,
            Vault vault,
            Attachments attachments,
            Postbox postbox,
            Clock clock) {
        this.outbox = outbox;
        this.stories = stories;
        this.texts = texts;
        this.vault = vault;
        this.attachments = attachments;
        this.postbox = postbox;
        this.clock = clock;
    }

    /// Returns how many mails it took, when all of them have ended.
    int make(int atMost) {
        List<OwedMail> owed = outbox.claim(clock.instant(), atMost);
        try (ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (OwedMail mail : owed) carriers.execute(() -> outbox.end(mail, carry(mail), clock.instant()));
        }
        return owed.size();
    }

    private Ending carry(OwedMail mail) {
        try {
            Optional<String> taken = mail.mayHaveGone() ? postbox.taken(mail.reference()) : Optional.empty();
            return taken.isPresent() ? new Ending.Sent(taken.get()) : handIn(mail);
        } catch (RuntimeException e) {
            LOG.warn("Mail {} could not be handed in: {}", mail.reference(), QuietTrace.of(e));
            return new Ending.NotNow("FAULT_" + e.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        }
    }

    private Ending handIn(OwedMail mail) {
        Story story = stories.of(mail);
        Optional<Sealed> sealed = story.sealedAddress(mail.recipient());
        if (sealed.isEmpty()) return new Ending.NotNeeded();
        return switch (vault.open(sealed.get().text())) {
            case Opened.Erased _ -> new Ending.Erased();
            case Opened.Plain plain ->
                address(mail.recipient(), plain.text())
                        .<Ending>map(to -> ended(postbox.hand(letter(mail, story, to))))
                        .orElseGet(Ending.NotNeeded::new);
        };
    }

    /// Of a person's JSON nothing but the address is read.
    private static Optional<Email> address(Recipient recipient, String plain) {
        if (recipient == Recipient.SELLER) return Optional.of(new Email(plain));
        JsonNode email = EventJson.mapper().readTree(plain).get("email");
        return email == null || email.isNull() ? Optional.empty() : Optional.of(new Email(email.stringValue()));
    }

    private Letter letter(OwedMail mail, Story story, Email to) {
        Template template = story.told(mail.template());
        Optional<Attachment> authorisation =
                template.hasAuthorisation() ? attachments.numberPlateAuthorisation(mail.position()) : Optional.empty();
        var words = story.words();
        words.put("transactionId", mail.transactionId().toString());
        if (authorisation.isPresent()) words.put("attached", "");
        return new Letter(
                mail.reference(),
                to,
                texts.of(template).subject(),
                texts.body(template, new Filling(story.fact().effectiveOn(), words)),
                authorisation.orElse(null));
    }

    private static Ending ended(Posting posting) {
        return switch (posting) {
            case Posting.Taken taken -> new Ending.Sent(taken.providerReference());
            case Posting.Refused refused -> new Ending.Refused(refused.code());
            case Posting.NotNow notNow -> new Ending.NotNow(notNow.code());
        };
    }
}
