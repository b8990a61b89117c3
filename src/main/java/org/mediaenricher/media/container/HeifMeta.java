package org.mediaenricher.media.container;

import java.util.Optional;

/**
 * The {@code meta} box of a still picture (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, 6 and 9): which
 * item is the picture, what its properties are, and where Exif and XMP lie.
 */
final class HeifMeta {
    private final ByteWindow window;
    private final Box meta;

    private HeifMeta(ByteWindow window, Box meta) {
        this.window = window;
        this.meta = meta;
    }

    static void read(ByteWindow window, Box meta, FactsBuilder facts) {
        HeifMeta description = new HeifMeta(window, meta);
        Optional<Long> primary = description.child("pitm").map(description::primaryItem);
        Optional<Box> properties = description.child("iprp");
        if (primary.isPresent() && properties.isPresent()) {
            new HeifProperties(window, properties.get()).tell(primary.get(), facts);
        }
        description.metadata(facts);
    }

    private Optional<Box> child(String type) {
        return Boxes.inFull(window, meta).first(type);
    }

    private long primaryItem(Box box) {
        return window.u8(box.content()) == 0 ? window.u16(box.content() + 4) : window.u32(box.content() + 4);
    }

    private void metadata(FactsBuilder facts) {
        Optional<Box> information = child("iinf");
        Optional<Box> locations = child("iloc");
        if (information.isEmpty() || locations.isEmpty()) {
            return;
        }
        HeifItems items = HeifItems.read(window, information.get());
        HeifLocations data = new HeifLocations(window, locations.get(), child("idat"));
        items.exif().flatMap(data::of).ifPresent(item -> exif(item, facts));
        items.xmp().flatMap(data::of).ifPresent(facts.blocks()::xmp);
    }

    /** ISO/IEC 23008-12, A.2.1: four bytes say how many more to skip to the TIFF header. */
    private static void exif(Slice item, FactsBuilder facts) {
        if (item.length() < 8) {
            return;
        }
        long skipped = 4 + Integer.toUnsignedLong(item.i32(0));
        if (skipped < item.length()) {
            facts.blocks().exif(item.after((int) skipped));
        }
    }
}
