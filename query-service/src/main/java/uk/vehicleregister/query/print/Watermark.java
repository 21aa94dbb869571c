package uk.vehicleregister.query.print;

import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfContentByte;

/// SPECIMEN across the page, drawn in strokes like a stencil. Were it text, its slanting letters would stand among the
/// lines of whoever copies the page or has it read aloud; the word as text is in the foot.
final class Watermark {

    static final float GRAY = 0.9f;

    /// Points to a unit of the letters' grid, which is 6 high.
    private static final float UNIT = 13;

    private static final float STROKE = 17;
    private static final int HEIGHT = 6;
    private static final int GAP = 2;
    private static final double ANGLE = Math.toRadians(45);

    /// How far below the middle of the page it lies, clear of the address and the QR code.
    private static final float LOWER = 70;

    /// Lines of points: x and y by turns, from the letter's lower left corner.
    private record Letter(int width, int[]... lines) {}

    private static final Letter S =
            new Letter(4, new int[] {4, 5, 3, 6, 1, 6, 0, 5, 0, 4, 1, 3, 3, 3, 4, 2, 4, 1, 3, 0, 1, 0, 0, 1});
    private static final Letter P = new Letter(4, new int[] {0, 0, 0, 6, 3, 6, 4, 5, 4, 4, 3, 3, 0, 3});
    private static final Letter E = new Letter(4, new int[] {4, 6, 0, 6, 0, 0, 4, 0}, new int[] {0, 3, 3, 3});
    private static final Letter C = new Letter(4, new int[] {4, 5, 3, 6, 1, 6, 0, 5, 0, 1, 1, 0, 3, 0, 4, 1});
    private static final Letter I = new Letter(0, new int[] {0, 0, 0, 6});
    private static final Letter M = new Letter(4, new int[] {0, 0, 0, 6, 2, 3, 4, 6, 4, 0});
    private static final Letter N = new Letter(4, new int[] {0, 0, 0, 6, 4, 0, 4, 6});
    private static final List<Letter> SPECIMEN = List.of(S, P, E, C, I, M, E, N);

    private Watermark() {}

    static void draw(PdfContentByte canvas, Document document) {
        int width = SPECIMEN.stream().mapToInt(Letter::width).sum() + GAP * (SPECIMEN.size() - 1);
        float cosine = (float) Math.cos(ANGLE);
        float sine = (float) Math.sin(ANGLE);
        canvas.saveState();
        canvas.setGrayStroke(GRAY);
        canvas.setLineWidth(STROKE / UNIT);
        canvas.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        canvas.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        canvas.concatCTM(
                UNIT * cosine,
                UNIT * sine,
                -UNIT * sine,
                UNIT * cosine,
                document.getPageSize().getWidth() / 2,
                document.getPageSize().getHeight() / 2 - LOWER);
        float x = -width / 2f;
        for (Letter letter : SPECIMEN) {
            for (int[] line : letter.lines()) line(canvas, line, x, -HEIGHT / 2f);
            x += letter.width() + GAP;
        }
        canvas.restoreState();
    }

    private static void line(PdfContentByte canvas, int[] points, float x, float y) {
        canvas.moveTo(x + points[0], y + points[1]);
        for (int i = 2; i < points.length; i += 2) canvas.lineTo(x + points[i], y + points[i + 1]);
        canvas.stroke();
    }
}
