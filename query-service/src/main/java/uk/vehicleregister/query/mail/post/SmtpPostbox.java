package uk.vehicleregister.query.mail.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Hands letters to a mail server. SMTP has no question "have you got this one?", so after a crash a letter may go
/// twice, under one Message-ID: at least once (ADR 21).
final class SmtpPostbox implements Postbox {

    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl server;
    private final String from;

    SmtpPostbox(JavaMailSenderImpl server, String from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Posting hand(Letter letter) {
        try {
            server.send(MimeLetter.of(letter, from, server.getSession()));
            return new Posting.Taken(MimeLetter.idOf(letter.reference(), from));
        } catch (AddressException e) {
            return new Posting.Refused("ADDRESS_REFUSED");
        } catch (MailAuthenticationException e) {
            return new Posting.NotNow("SMTP_AUTHENTICATION");
        } catch (MailSendException e) {
            return failed(e);
        } catch (MailException | MessagingException e) {
            return new Posting.NotNow("SMTP_UNAVAILABLE");
        }
    }

    @Override
    public Optional<String> taken(String reference) {
        return Optional.empty();
    }

    /// Only a server that refused this recipient, or this message, for good is final: RFC 5321, 4.2.1.
    private static Posting failed(MailSendException e) {
        for (Exception fault : e.getMessageExceptions()) {
            int code = code(fault);
            if (code >= PERMANENT) return new Posting.Refused("SMTP_" + code);
            if (code > 0) return new Posting.NotNow("SMTP_" + code);
        }
        return new Posting.NotNow("SMTP_UNAVAILABLE");
    }

    /// The server's answer, 0 when there was none. It lies along a chain of its own beside the causes.
    private static int code(Throwable fault) {
        for (Throwable next = fault; next instanceof MessagingException; ) {
            if (next instanceof SMTPAddressFailedException address) return address.getReturnCode();
            if (next instanceof SMTPSendFailedException message && message.getNextException() == null)
                return message.getReturnCode();
            next = ((MessagingException) next).getNextException();
        }
        return 0;
    }
}
