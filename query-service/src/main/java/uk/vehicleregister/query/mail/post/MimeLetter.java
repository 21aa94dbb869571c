package uk.vehicleregister.query.mail.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/// A letter as a mail message. Its Message-ID follows from our reference alone: mail programs and many servers show a
/// second copy under the same id once.
final class MimeLetter extends MimeMessage {

    private final String id;

    private MimeLetter(Session session, String id) {
        super(session);
        this.id = id;
    }

    static MimeLetter of(Letter letter, String from, Session session) throws MessagingException {
        MimeLetter message = new MimeLetter(session, idOf(letter.reference(), from));
        Attachment attachment = letter.attachment();
        MimeMessageHelper parts = new MimeMessageHelper(message, attachment != null, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(new InternetAddress(letter.to().text(), true));
        parts.setSubject(letter.subject());
        parts.setText(letter.body());
        if (attachment != null)
            parts.addAttachment(attachment.fileName(), new ByteArrayResource(attachment.content()), "application/pdf");
        message.setHeader("Content-Language", "en, cy");
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's holiday notice answers this
        message.saveChanges();
        return message;
    }

    /// @param from the sender's address, whose domain the id is unique in
    static String idOf(String reference, String from) {
        return "<" + reference + "@" + from.substring(from.lastIndexOf('@') + 1) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
