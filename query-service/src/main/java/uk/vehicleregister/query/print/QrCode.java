package uk.vehicleregister.query.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.openpdf.text.pdf.PdfContentByte;

/// A QR code drawn as squares, sharp at any size, on a white ground with the quiet zone the standard asks for.
final class QrCode {

    private static final int QUIET_MODULES = 4;
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_MODULES);

    private QrCode() {}

    /// @param left, bottom, side in points, the quiet zone included
    static void draw(String text, PdfContentByte canvas, float left, float bottom, float side) {
        BitMatrix modules = encode(text);
        float module = side / modules.getWidth();
        canvas.saveState();
        canvas.setGrayFill(1);
        canvas.rectangle(left, bottom, side, side);
        canvas.fill();
        canvas.setGrayFill(0);
        for (int row = 0; row < modules.getHeight(); row++)
            for (int column = 0; column < modules.getWidth(); column++)
                if (modules.get(column, row))
                    canvas.rectangle(left + column * module, bottom + side - (row + 1) * module, module, module);
        canvas.fill();
        canvas.restoreState();
    }

    /// One point a module: the writer makes the smallest it can.
    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException("A transaction id fits into a QR code", e);
        }
    }
}
