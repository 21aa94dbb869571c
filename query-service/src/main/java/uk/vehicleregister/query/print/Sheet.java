package uk.vehicleregister.query.print;

import static org.openpdf.text.Utilities.millimetersToPoints;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// One paper being set on A4: the head is the same for all, the rest flows below it and on to further pages.
final class Sheet {

    static final float SIDE = millimetersToPoints(20);
    private static final float BELOW_HEAD = millimetersToPoints(98);
    private static final float ABOVE_FOOT = millimetersToPoints(24);
    private static final float GAP = 10;
    private static final float LEADING = 11.5f;

    private final Document document;

    private Sheet(Document document) {
        this.document = document;
    }

    static byte[] print(Paper paper) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, SIDE, SIDE, BELOW_HEAD, ABOVE_FOOT);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new Frame(paper));
        document.setDocumentLanguage("en-GB");
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        document.open();
        SamePrint.settle(writer, paper);
        document.setMargins(SIDE, SIDE, SIDE, ABOVE_FOOT); // from the second page on
        Head.draw(paper, writer.getDirectContent());
        paper.body(new Sheet(document));
        document.close();
        return bytes.toByteArray();
    }

    /// English on the left, Welsh on the right.
    void say(Bilingual words) {
        PdfPTable columns = table(1, 1);
        columns.addCell(cell(words.english(), plain(9.5f), Rectangle.NO_BORDER));
        columns.addCell(cell(words.welsh(), plain(9.5f), Rectangle.NO_BORDER));
        document.add(columns);
    }

    /// A heading in each language and a value, one row each.
    void rows(Row... rows) {
        PdfPTable table = table(29, 29, 42);
        for (Row row : rows) {
            table.addCell(cell(row.heading().english(), bold(8.5f), Rectangle.BOTTOM));
            table.addCell(cell(row.heading().welsh(), plain(8.5f), Rectangle.BOTTOM));
            table.addCell(cell(row.value(), plain(9.5f), Rectangle.BOTTOM));
        }
        document.add(table);
    }

    /// Texts in boxes beside each other, under one heading.
    void boxes(Bilingual heading, List<String> texts) {
        PdfPTable table = new PdfPTable(texts.size());
        table.setWidthPercentage(80);
        table.setHorizontalAlignment(Rectangle.ALIGN_LEFT);
        table.setSpacingAfter(GAP);
        PdfPCell head = cell(heading.joined(), bold(8.5f), Rectangle.NO_BORDER);
        head.setColspan(texts.size());
        table.addCell(head);
        for (String text : texts) table.addCell(centred(text, bold(14), 18));
        document.add(table);
    }

    /// A box like the imprint of a rubber stamp, at the right.
    void stamp(String... lines) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(42);
        table.setHorizontalAlignment(Rectangle.ALIGN_RIGHT);
        table.setSpacingBefore(GAP);
        PdfPCell cell = centred(String.join("\n", lines), bold(10), 13);
        cell.setBorderWidth(2);
        cell.setPadding(10);
        table.addCell(cell);
        document.add(table);
    }

    static Font plain(float size) {
        return new Font(Font.HELVETICA, size, Font.NORMAL);
    }

    static Font bold(float size) {
        return new Font(Font.HELVETICA, size, Font.BOLD);
    }

    private static PdfPTable table(int... widths) {
        PdfPTable table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        table.setSpacingAfter(GAP);
        table.setSplitLate(false); // a row longer than a page goes on where it stands
        return table;
    }

    private static PdfPCell cell(String text, Font font, int border) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(border);
        cell.setBorderWidth(0.25f);
        cell.setLeading(LEADING, 0); // the same for every size, so that a row stands on one line
        cell.setPadding(2);
        cell.setPaddingLeft(0);
        cell.setPaddingRight(GAP);
        cell.setPaddingBottom(4);
        return cell;
    }

    private static PdfPCell centred(String text, Font font, float leading) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(Rectangle.ALIGN_CENTER);
        cell.setLeading(leading, 0);
        cell.setPadding(5);
        cell.setPaddingBottom(8);
        return cell;
    }
}
