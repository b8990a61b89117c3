package org.mediaenricher.media.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A chunk with text (W3C PNG, 11.3.3): {@code tEXt} plain, {@code zTXt} compressed, {@code iTXt} in UTF-8 and either.
 *
 * @param keyword what it is
 * @param text the bytes, inflated
 * @param charset how they spell
 */
record PngTextChunk(String keyword, Slice text, Charset charset) {
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int LONGEST_KEYWORD = 79;

    static boolean is(PngChunks chunk) {
        return chunk.is("tEXt") || chunk.is("zTXt") || chunk.is("iTXt");
    }

    /** Empty where it is longer than its kind of text is worth, or no text at all. */
    static Optional<PngTextChunk> of(ByteWindow window, PngChunks chunk, FactsBuilder facts) {
        boolean block = PngMetadata.isBlock(window, chunk.content());
        long most = block ? Limits.BLOCK : LONGEST_TEXT;
        boolean wanted = (block || facts.takesRaw()) && chunk.length() >= 2 && chunk.length() <= most;
        if (!wanted || !window.has(chunk.content(), chunk.length())) {
            return Optional.empty();
        }
        Slice content = window.slice(chunk.content(), (int) chunk.length());
        int end = zero(content, 0);
        if (end < 1 || end > LONGEST_KEYWORD) {
            return Optional.empty();
        }
        String keyword = string(content.upTo(end), StandardCharsets.ISO_8859_1);
        Charset charset = chunk.is("iTXt") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return text(chunk, content.after(end + 1), facts.blocks())
                .map(text -> new PngTextChunk(keyword, text, charset));
    }

    private static Optional<Slice> text(PngChunks chunk, Slice rest, MetadataBlocks blocks) {
        if (chunk.is("tEXt")) {
            return Optional.of(rest);
        }
        if (chunk.is("zTXt")) {
            return rest.length() < 1 ? Optional.empty() : inflated(rest.after(1), blocks); // behind the method
        }
        return international(rest, blocks);
    }

    /** A flag, a method, a language and the keyword in it, each ended by a zero, and the text. */
    private static Optional<Slice> international(Slice rest, MetadataBlocks blocks) {
        int language = rest.length() < 2 ? -1 : zero(rest, 2);
        int translated = language < 0 ? -1 : zero(rest, language + 1);
        if (translated < 0) {
            return Optional.empty();
        }
        Slice text = rest.after(translated + 1);
        return rest.array()[rest.from()] == 0 ? Optional.of(text) : inflated(text, blocks);
    }

    private static Optional<Slice> inflated(Slice compressed, MetadataBlocks blocks) {
        return blocks.mayInflate() ? PngInflater.inflated(compressed) : Optional.empty();
    }

    private static int zero(Slice slice, int from) {
        for (int i = from; i < slice.length(); i++) {
            if (slice.array()[slice.from() + i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String string(Slice slice, Charset charset) {
        return new String(slice.array(), slice.from(), slice.length(), charset);
    }

    String string() {
        return string(text, charset);
    }
}
