package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mediaenricher.media.RawValue;

/** Metadata in a PNG's chunks: Exif (W3C PNG, 11.3.5.1), text (11.3.3), coding-independent code points (11.3.2.6). */
final class PngMetadata {
    private static final String XMP = "XML:com.adobe.xmp\0"; // XMP specification part 3, 1.1.5
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int LONGEST_KEYWORD = 79;

    private PngMetadata() {}

    static void read(ByteWindow window, PngChunks chunk, FactsBuilder facts) {
        if (chunk.is("eXIf")) {
            facts.blocks().exif(window, chunk.content(), chunk.length());
        } else if (chunk.is("iTXt")) {
            internationalText(window, chunk, facts);
        } else if (chunk.is("tEXt")) {
            text(window, chunk, facts);
        } else if (chunk.is("cICP")) {
            codePoints(window, chunk.content(), facts);
        }
    }

    private static void internationalText(ByteWindow window, PngChunks chunk, FactsBuilder facts) {
        if (!window.matches(chunk.content(), XMP) || chunk.length() > Limits.BLOCK) {
            return;
        }
        boolean compressed = window.u8(chunk.content() + XMP.length()) != 0;
        long end = chunk.content() + chunk.length();
        long at = chunk.content() + XMP.length() + 2; // behind compression flag and method
        for (int zeros = 0; zeros < 2 && at < end; at++) { // language tag, translated keyword
            zeros += window.u8(at) == 0 ? 1 : 0;
        }
        if (!compressed) {
            facts.blocks().xmp(window, at, end - at);
        } else if (at < end && facts.blocks().mayInflate()) {
            PngInflater.inflated(window.slice(at, (int) (end - at))).ifPresent(facts.blocks()::xmp);
        }
    }

    private static void text(ByteWindow window, PngChunks chunk, FactsBuilder facts) {
        if (!facts.takesRaw() || chunk.length() > LONGEST_TEXT || !window.has(chunk.content(), chunk.length())) {
            return;
        }
        String text = window.text(chunk.content(), (int) chunk.length(), StandardCharsets.ISO_8859_1);
        int zero = text.indexOf('\0');
        if (zero > 0 && zero <= LONGEST_KEYWORD) {
            PngText.tell(text.substring(0, zero), text.substring(zero + 1), facts);
            facts.raw("png_text", List.of(new RawValue(text.substring(0, zero), text.substring(zero + 1))));
        }
    }

    /** Transfer functions 16 (PQ) and 18 (HLG) of ITU-T H.273 are those of high dynamic range. */
    private static void codePoints(ByteWindow window, long content, FactsBuilder facts) {
        if (HdrTransfer.is(window.u8(content + 1))) {
            facts.hdr();
        }
    }
}
