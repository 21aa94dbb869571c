package uk.vehicleregister.query.mail;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.log.TypedPage;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.query.mail.post.Postbox;

/// Letters that lie in the folder of the demo are this program's own, so that those to the erased are thrown away.
/// Looked through at the start, and whenever somebody was erased.
final class LyingLetters {

    private static final List<String> ERASURES = List.of(EventCatalogue.nameOf(PersonErased.class));
    private static final int PAGE = 500;
    private static final int UUID_TEXT = 36;
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\..+");

    private final Postbox postbox;
    private final Outbox outbox;
    private final Stories stories;
    private final Vault vault;
    private final Attachments attachments;
    private final EventLogReader log;
    private long read = EventLogReader.BEFORE_FIRST;

    LyingLetters(
            Postbox postbox, Outbox outbox, Stories stories, Vault vault, Attachments attachments, EventLogReader log) {
        this.postbox = postbox;
        this.outbox = outbox;
        this.stories = stories;
        this.vault = vault;
        this.attachments = attachments;
        this.log = log;
    }

    void throwAwayThoseToTheErased() {
        List<String> lying = postbox.lying();
        if (lying.isEmpty()) return;
        boolean erased = read == EventLogReader.BEFORE_FIRST;
        long to = read;
        TypedPage page = log.ofTypes(to, ERASURES, PAGE);
        while (page.readTo() > to) {
            // Recorded first and destroyed then: look again in the next round.
            if (!page.events().stream().allMatch(this::isCarriedOut)) return;
            erased |= !page.events().isEmpty();
            to = page.readTo();
            page = log.ofTypes(to, ERASURES, PAGE);
        }
        if (erased) lying.stream().filter(this::isToTheErased).forEach(postbox::discard);
        read = to;
    }

    private boolean isCarriedOut(RecordedEvent event) {
        return EventJson.readFact(event.type(), event.revision(), event.payload()) instanceof PersonErased erased
                && vault.isErased(erased.keyId());
    }

    private boolean isToTheErased(String reference) {
        if (!OURS.matcher(reference).matches()) return false;
        return outbox.sent(UUID.fromString(reference.substring(0, UUID_TEXT))).stream()
                .filter(mail -> mail.reference().equals(reference))
                .anyMatch(this::isToTheErased);
    }

    /// The paper in it may be about somebody else than its reader.
    private boolean isToTheErased(OwedMail mail) {
        boolean reader = stories.of(mail)
                .sealedAddress(mail.recipient())
                .map(address -> vault.open(address.text()) instanceof Opened.Erased)
                .orElse(false);
        return reader
                || mail.template().hasAuthorisation()
                        && attachments.numberPlateAuthorisation(mail.position()).isEmpty();
    }
}
