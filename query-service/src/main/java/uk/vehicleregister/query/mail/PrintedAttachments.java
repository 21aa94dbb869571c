package uk.vehicleregister.query.mail;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.vehicleregister.query.mail.post.Attachment;
import uk.vehicleregister.query.print.Papers;
import uk.vehicleregister.query.print.Printing;

/// The eV948 as it is printed from the log. Of somebody who was erased there is none any more, and the mail goes
/// without.
@Component
final class PrintedAttachments implements Attachments {

    private static final String NAME = "eV948.pdf";

    private final Papers papers;

    PrintedAttachments(Papers papers) {
        this.papers = papers;
    }

    @Override
    public Optional<Attachment> numberPlateAuthorisation(long position) {
        return switch (papers.at(position)) {
            case Printing.Done printed -> Optional.of(new Attachment(NAME, printed.pdf()));
            case Printing.Erased _, Printing.NothingToPrint _ -> Optional.empty();
        };
    }
}
