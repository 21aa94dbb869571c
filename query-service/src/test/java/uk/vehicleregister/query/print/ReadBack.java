package uk.vehicleregister.query.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// What a reader other than the library that wrote it finds in a PDF.
record ReadBack(List<Page> pages, String title, Instant created) {

    /// @param texts each with its place, for what must not run out of its place
    /// @param watermark how much of the page, in a thousand, has its grey
    record Page(String text, List<Placed> texts, String qrCode, int watermark) {}

    record Placed(String text, float left, float right, float bottom) {}

    static ReadBack of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) pages.add(page(document, i));
            PDDocumentInformation about = document.getDocumentInformation();
            return new ReadBack(pages, about.getTitle(), about.getCreationDate().toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of all pages in the order of writing, so that a column is not mixed with its neighbour; every white space as one
    /// blank.
    String text() {
        return String.join(" ", pages.stream().map(Page::text).toList());
    }

    private static Page page(PDDocument document, int index) throws IOException {
        Placing placing = new Placing();
        placing.setStartPage(index + 1);
        placing.setEndPage(index + 1);
        String text = placing.getText(document).replaceAll("\\s+", " ");
        PDFRenderer renderer = new PDFRenderer(document);
        BufferedImage picture = renderer.renderImageWithDPI(index, 150);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return new Page(text, placing.texts, qrCode(renderer, index), (int)
                (1000L * IntStream.of(pixels).filter(ReadBack::isPale).count() / pixels.length));
    }

    private static boolean isPale(int pixel) {
        return Math.abs((pixel & 0xFF) - 255 * Watermark.GRAY) < 2;
    }

    /// The reader now and then takes letters of the page for a corner of the code; at another size it does not.
    /// Empty when there is none to be read at any size.
    private static String qrCode(PDFRenderer renderer, int index) throws IOException {
        for (int dpi : new int[] {150, 300, 200, 250, 120}) {
            BufferedImage picture = renderer.renderImageWithDPI(index, dpi);
            int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            LuminanceSource light = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
            try {
                return new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText();
            } catch (ReaderException unreadable) {
                continue;
            }
        }
        return "";
    }

    private static final class Placing extends PDFTextStripper {

        private final List<Placed> texts = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition text) {
            texts.add(new Placed(
                    text.getUnicode(),
                    text.getXDirAdj(),
                    text.getXDirAdj() + text.getWidthDirAdj(),
                    text.getPageHeight() - text.getYDirAdj()));
            super.processTextPosition(text);
        }
    }
}
