package uk.vehicleregister.query.mail.post;

/// A file that goes with a letter. Its content holds names and addresses.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Attachment(String fileName, byte[] content) {

    @Override
    public String toString() {
        return "Attachment[***]";
    }
}
