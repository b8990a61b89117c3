package org.mediaenricher.media.container;

import java.util.List;
import org.mediaenricher.media.RawValue;

/**
 * PNG and APNG (W3C PNG, third edition): the header chunk, the chunks before the first image data, and
 * those behind the last, where some writers put their metadata (5.6 lets them).
 */
final class PngReader implements FormatReader {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    @Override
    public boolean recognises(ByteWindow window) {
        return window.matches(0, SIGNATURE);
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        PngChunks chunks = new PngChunks(window, SIGNATURE.length());
        if (!chunks.next() || !chunks.is("IHDR")) {
            throw Unreadable.malformed("a PNG that does not begin with its header chunk");
        }
        facts.contentType("image/png");
        header(window, chunks.content(), facts);
        while (chunks.next() && !chunks.is("IDAT") && !chunks.is("IEND")) {
            if (chunks.is("acTL")) {
                animation(window, chunks.content(), facts);
            } else {
                PngMetadata.read(window, chunks, facts);
            }
        }
        if (chunks.is("IDAT") && facts.blocks().isEmpty()) {
            behindPixels(window, chunks, facts);
        }
    }

    /** 11.2.1: the sides, then how the samples are stored. */
    private static void header(ByteWindow window, long content, FactsBuilder facts) {
        facts.encoded(window.u32(content), window.u32(content + 4));
        facts.raw(
                "png",
                List.of(
                        new RawValue("bits_per_sample", window.u8(content + 8)),
                        new RawValue("color_type", window.u8(content + 9))));
    }

    /** 11.3.6.1; the type image/apng is registered for PNG with this chunk. */
    private static void animation(ByteWindow window, long content, FactsBuilder facts) {
        facts.contentType("image/apng");
        long frames = window.u32(content);
        long plays = window.u32(content + 4);
        facts.frames(Counts.of(frames), Counts.of(plays), frames > 1);
    }

    /** Writers put their metadata in one place: the tail is looked for only where nothing stood in front. */
    private static void behindPixels(ByteWindow window, PngChunks chunks, FactsBuilder facts) {
        PngTail.chunks(window, chunks).ifPresent(tail -> {
            while (tail.next() && !tail.is("IEND")) {
                PngMetadata.read(window, tail, facts);
            }
        });
    }
}
