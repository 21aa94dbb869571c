package uk.vehicleregister.query.mail.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/// Hands letters to GOV.UK Notify. The texts stay in this repository: Notify has one template with the placeholders
/// `subject` and `body`, and one more with `link_to_file`, since Notify attaches nothing but sends a link.
final class NotifyPostbox implements Postbox {

    private static final int BAD_REQUEST = 400;

    static {
        // The client stands on HttpURLConnection, which on its own posts again when an answer is lost: a second mail.
        // The JDK reads this once, at the first use of that class, so it is set when the postbox is made, at start.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final NotificationClient notify;
    private final String template;
    private final String templateWithFile;
    private final long patienceMillis;

    /// @param patienceMillis the client itself would wait for an answer without end
    NotifyPostbox(NotificationClient notify, String template, String templateWithFile, long patienceMillis) {
        this.notify = notify;
        this.template = template;
        this.templateWithFile = templateWithFile;
        this.patienceMillis = patienceMillis;
    }

    @Override
    public String name() {
        return "notify";
    }

    @Override
    public Posting hand(Letter letter) {
        try {
            return new Posting.Taken(inTime(() -> send(letter)));
        } catch (NotificationClientException e) {
            return isOfAddress(e) ? new Posting.Refused("ADDRESS_REFUSED") : new Posting.NotNow(code(e));
        } catch (TimeoutException e) {
            return new Posting.NotNow("NOTIFY_TIMEOUT");
        }
    }

    private String send(Letter letter) throws NotificationClientException {
        Map<String, Object> fields = new HashMap<>();
        fields.put("subject", letter.subject());
        fields.put("body", letter.body());
        Attachment file = letter.attachment();
        if (file != null) fields.put("link_to_file", NotificationClient.prepareUpload(file.content(), file.fileName()));
        return notify.sendEmail(
                        file == null ? template : templateWithFile, letter.to().text(), fields, letter.reference())
                .getNotificationId()
                .toString();
    }

    /// Throws when Notify cannot say, for then the letter must not go again.
    @Override
    public Optional<String> taken(String reference) {
        try {
            List<Notification> found = inTime(() ->
                    notify.getNotifications(null, "email", reference, null).getNotifications());
            return found.stream().map(sent -> sent.getId().toString()).findFirst();
        } catch (NotificationClientException | TimeoutException e) {
            throw new PostboxSilentException(e.getClass().getSimpleName());
        }
    }

    /// The exceptions' messages quote what Notify said, and so the address: they go no further than this class.
    private <T> T inTime(Callable<T> call) throws NotificationClientException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread caller = Thread.ofVirtual().name("notify").start(task);
        try {
            return task.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotificationClientException said) throw said;
            throw new PostboxSilentException(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostboxSilentException("interrupted");
        } finally {
            caller.interrupt();
        }
    }

    /// Other 400s are faults of ours, such as a template that is not there: mended, the same letter passes.
    private static boolean isOfAddress(NotificationClientException e) {
        String message = String.valueOf(e.getMessage());
        return e.getHttpResult() == BAD_REQUEST
                && message.contains("ValidationError")
                && message.contains("email_address");
    }

    private static String code(NotificationClientException e) {
        return e.getHttpResult() == 0 ? "NOTIFY_UNAVAILABLE" : "NOTIFY_" + e.getHttpResult();
    }
}
