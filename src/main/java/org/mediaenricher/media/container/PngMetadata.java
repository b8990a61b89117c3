package org.mediaenricher.media.container;

import java.util.List;
import org.mediaenricher.media.RawValue;

/** Metadata in a PNG's chunks: Exif (W3C PNG, 11.3.5.1), text (11.3.3), coding-independent code points (11.3.2.6). */
final class PngMetadata {
    private static final String XMP = "XML:com.adobe.xmp"; // XMP specification part 3, 1.1.5
    private static final int LONGEST_TEXT = 64 * 1024;

    private PngMetadata() {}

    static void read(ByteWindow window, PngChunks chunk, FactsBuilder facts) {
        if (chunk.is("eXIf")) {
            facts.blocks().exif(window, chunk.content(), chunk.length());
        } else if (PngTextChunk.is(chunk)) {
            PngTextChunk.of(window, chunk, facts).ifPresent(text -> tell(text, facts));
        } else if (chunk.is("cICP")) {
            codePoints(window, chunk.content(), facts);
        }
    }

    /** Whether a text begins there that is a metadata block and no text for people. */
    static boolean isBlock(ByteWindow window, long content) {
        return window.matches(content, XMP) || window.matches(content, PngProfile.KEYWORD);
    }

    private static void tell(PngTextChunk chunk, FactsBuilder facts) {
        if (chunk.keyword().equals(XMP)) {
            facts.blocks().xmp(chunk.text());
        } else if (chunk.keyword().startsWith(PngProfile.KEYWORD)) {
            PngProfile.tell(chunk.text(), facts.blocks());
        } else if (chunk.text().length() <= LONGEST_TEXT) {
            String text = chunk.string();
            PngText.tell(chunk.keyword(), text, facts);
            facts.raw("png_text", List.of(new RawValue(chunk.keyword(), text)));
        }
    }

    /** Transfer functions 16 (PQ) and 18 (HLG) of ITU-T H.273 are those of high dynamic range. */
    private static void codePoints(ByteWindow window, long content, FactsBuilder facts) {
        if (HdrTransfer.is(window.u8(content + 1))) {
            facts.hdr();
        }
    }
}
