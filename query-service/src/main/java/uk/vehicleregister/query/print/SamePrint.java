package uk.vehicleregister.query.print;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.UUID;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// Puts what the library would take from the clock and from chance in terms of the event: date and id of the file.
final class SamePrint {

    private SamePrint() {}

    static void settle(PdfWriter writer, Paper paper) {
        PdfDictionary about = writer.getInfo();
        PdfDate recorded = new PdfDate(
                GregorianCalendar.from(ZonedDateTime.ofInstant(paper.imprint().recordedAt(), ZoneId.of("UTC"))));
        about.put(PdfName.CREATIONDATE, recorded);
        about.put(
                PdfName.TITLE, new PdfString(paper.code() + " " + paper.title().english(), PdfString.TEXT_UNICODE));
        byte[] id = id(paper);
        about.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    }

    /// Sixteen bytes, as the format asks for.
    private static byte[] id(Paper paper) {
        Imprint imprint = paper.imprint();
        String name = paper.code() + imprint.transactionId() + imprint.position();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
