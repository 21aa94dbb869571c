package uk.vehicleregister.query.mail;

import java.util.Optional;
import uk.vehicleregister.query.mail.post.Attachment;

/// Where the papers come from that go with a mail. Asked at each try, outside any transaction. Throws when there should
/// be one and cannot be now; the mail is then tried again later.
public interface Attachments {

    /// The eV948 of a retention or an assignment, named by the position of its MarkRetained or MarkAssigned.
    Optional<Attachment> numberPlateAuthorisation(long position);

    /// Nothing is printed: the mails go without.
    static Attachments none() {
        return _ -> Optional.empty();
    }
}
