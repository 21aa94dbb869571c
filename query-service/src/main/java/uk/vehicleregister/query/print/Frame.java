package uk.vehicleregister.query.print;

import static org.openpdf.text.Utilities.millimetersToPoints;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// What every page of a paper has: SPECIMEN across it and in its foot, and the transaction it belongs to.
final class Frame extends PdfPageEventHelper {

    private static final String SPECIMEN = "SPECIMEN";
    private static final float FOOT = millimetersToPoints(16);
    private static final float LINE = 10;

    private final Paper paper;

    Frame(Paper paper) {
        this.paper = paper;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        Watermark.draw(writer.getDirectContentUnder(), document);
        foot(writer, document);
    }

    private void foot(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        float left = Sheet.SIDE;
        float right = document.getPageSize().getWidth() - Sheet.SIDE;
        canvas.saveState();
        canvas.setLineWidth(0.5f);
        canvas.moveTo(left, FOOT + LINE);
        canvas.lineTo(right, FOOT + LINE);
        canvas.stroke();
        canvas.restoreState();
        Font small = Sheet.plain(8);
        Imprint imprint = paper.imprint();
        write(
                canvas,
                Element.ALIGN_LEFT,
                left,
                FOOT,
                Bilingual.TRANSACTION.joined() + ": " + imprint.transactionId(),
                small);
        write(canvas, Element.ALIGN_RIGHT, right, FOOT, SPECIMEN, Sheet.bold(8));
        String place = paper.code() + "  " + paper.mark().text() + "  " + imprint.position();
        write(canvas, Element.ALIGN_LEFT, left, FOOT - LINE, place, small);
        write(canvas, Element.ALIGN_RIGHT, right, FOOT - LINE, String.valueOf(writer.getPageNumber()), small);
    }

    private static void write(PdfContentByte canvas, int alignment, float x, float y, String text, Font font) {
        ColumnText.showTextAligned(canvas, alignment, new Phrase(text, font), x, y, 0);
    }
}
