package org.mediaenricher.media.container;

import java.util.List;

/**
 * TIFF (TIFF 6.0; Adobe's supplements) and BigTIFF: counts the pages, takes the size of the first that
 * is no thumbnail, and the metadata of the first directory.
 */
final class TiffReader implements FormatReader {
    private static final int XMP = 700; // XMP specification part 3, 3.3
    private static final int IPTC = 33723;
    private static final int PHOTOSHOP = 34377;
    private static final int DNG_VERSION = 50706; // Digital Negative 1.7, chapter 4

    @Override
    public boolean recognises(ByteWindow window) {
        return TiffLayout.of(window, 0).isPresent();
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        TiffLayout layout = TiffLayout.of(window, 0).orElseThrow();
        TiffPages pages = TiffPages.read(window, layout);
        List<TiffDirectory> images = pages.images();
        if (images.isEmpty()) {
            throw Unreadable.malformed("a TIFF without a directory that has a size");
        }
        TiffDirectory first = pages.first();
        facts.contentType(first.has(DNG_VERSION) ? "image/x-adobe-dng" : "image/tiff");
        facts.encoded(images.get(0).width(), images.get(0).height());
        facts.turnedByExif((int) first.orientation());
        pages.count().ifPresent(facts::pages);
        metadata(window, layout, first, facts);
    }

    private static void metadata(ByteWindow window, TiffLayout layout, TiffDirectory first, FactsBuilder facts) {
        first.entry(XMP).ifPresent(entry -> facts.blocks().xmp(window, entry.offset(), entry.bytes()));
        first.entry(PHOTOSHOP)
                .ifPresent(entry -> PhotoshopResources.read(
                        window, entry.offset(), entry.offset() + entry.bytes(), facts.blocks()));
        first.entry(IPTC).ifPresent(entry -> facts.blocks().iptc(window, entry.offset(), entry.bytes()));
        if (!layout.big()) {
            facts.blocks().exif(ExifBlock.parse(new WindowReader(window)));
            window.rethrowSourceFailure();
        }
    }
}
