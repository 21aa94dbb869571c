package uk.vehicleregister.query.print;

import static org.openpdf.text.Utilities.millimetersToPoints;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;

/// The head of a paper's first page: its title in both languages, the address where a DL envelope has its window (BS
/// 4264: 20 mm from the left, 55 to 90 mm from the top), and the QR code beside it.
final class Head {

    private static final Rectangle LEFT_TITLE = millimetres(20, 18, 100, 48);
    private static final Rectangle RIGHT_TITLE = millimetres(104, 18, 190, 48);
    private static final Rectangle CODE = millimetres(165, 10, 190, 20);
    private static final Rectangle WINDOW = millimetres(24, 56, 108, 89);
    private static final Rectangle QR = millimetres(154, 53, 190, 89);
    private static final float[] ADDRESS_SIZES = {10.5f, 9.5f, 8.5f, 7.5f, 6.5f};

    private Head() {}

    static void draw(Paper paper, PdfContentByte canvas) {
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_LEFT,
                new Phrase(Bilingual.REGISTER.joined(), Sheet.plain(9)),
                LEFT_TITLE.getLeft(),
                LEFT_TITLE.getTop() + millimetersToPoints(2),
                0);
        ColumnText.showTextAligned(
                canvas,
                Element.ALIGN_RIGHT,
                new Phrase(paper.code(), Sheet.bold(13)),
                CODE.getRight(),
                LEFT_TITLE.getTop() + millimetersToPoints(2),
                0);
        write(canvas, LEFT_TITLE, paper.title().english(), Sheet.bold(14));
        write(canvas, RIGHT_TITLE, paper.title().welsh(), Sheet.bold(14));
        address(paper.addressee(), canvas);
        QrCode.draw(paper.imprint().transactionId().toString(), canvas, QR.getLeft(), QR.getBottom(), QR.getWidth());
    }

    /// In the largest size that fits the window. Each paper says it again in full, where nothing can be cut off.
    private static void address(@Nullable Addressee addressee, PdfContentByte canvas) {
        if (addressee == null) return;
        String text = addressee.name() + "\n" + String.join("\n", addressee.lines());
        for (float size : ADDRESS_SIZES)
            if (fits(canvas, text, Sheet.plain(size))) {
                write(canvas, WINDOW, text, Sheet.plain(size));
                return;
            }
        write(canvas, WINDOW, text, Sheet.plain(ADDRESS_SIZES[ADDRESS_SIZES.length - 1]));
    }

    private static boolean fits(PdfContentByte canvas, String text, Font font) {
        return !ColumnText.hasMoreText(column(canvas, WINDOW, text, font).go(true));
    }

    private static void write(PdfContentByte canvas, Rectangle place, String text, Font font) {
        column(canvas, place, text, font).go();
    }

    private static ColumnText column(PdfContentByte canvas, Rectangle place, String text, Font font) {
        ColumnText column = new ColumnText(canvas);
        column.setSimpleColumn(
                new Phrase(text, font),
                place.getLeft(),
                place.getBottom(),
                place.getRight(),
                place.getTop(),
                font.getSize() * 1.2f,
                Element.ALIGN_LEFT);
        return column;
    }

    /// Measured from the top left corner, as envelopes are.
    private static Rectangle millimetres(float left, float top, float right, float bottom) {
        float height = PageSize.A4.getHeight();
        return new Rectangle(
                millimetersToPoints(left),
                height - millimetersToPoints(bottom),
                millimetersToPoints(right),
                height - millimetersToPoints(top));
    }
}
