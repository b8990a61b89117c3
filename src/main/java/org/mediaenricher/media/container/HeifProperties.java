package org.mediaenricher.media.container;

import java.util.List;

/**
 * The properties of the primary picture (ISO/IEC 23008-12, 6.5 and 9.3): its size, how it is cropped,
 * turned and mirrored, and its transfer function.
 */
final class HeifProperties {
    private final ByteWindow window;
    private final Box properties;

    HeifProperties(ByteWindow window, Box properties) {
        this.window = window;
        this.properties = properties;
    }

    void tell(long item, FactsBuilder facts) {
        List<Box> all = Boxes.child(window, properties, "ipco")
                .map(box -> Boxes.in(window, box).all())
                .orElse(List.of());
        HeifPlacement placement = new HeifPlacement();
        for (int index : HeifAssociations.of(window, properties, item)) {
            if (index > 0 && index <= all.size()) {
                tell(all.get(index - 1), placement, facts);
            }
        }
        placement.tell(facts);
        gainMap(all, facts);
    }

    private void tell(Box property, HeifPlacement placement, FactsBuilder facts) {
        long at = property.content();
        if (property.is("ispe")) {
            facts.encoded(window.u32(at + 4), window.u32(at + 8));
        } else if (property.is("irot")) {
            placement.turn(window.u8(at) & 3);
        } else if (property.is("imir")) {
            placement.mirror(window.u8(at) & 1);
        } else if (property.is("clap")) {
            crop(at, facts);
        } else if (property.is("colr") && window.matches(at, "nclx") && HdrTransfer.is(window.u16(at + 6))) {
            facts.hdr();
        }
    }

    /** ISO/IEC 14496-12, 12.1.4: width and height as fractions. */
    private void crop(long at, FactsBuilder facts) {
        long width = whole(window.u32(at), window.u32(at + 4));
        long height = whole(window.u32(at + 8), window.u32(at + 12));
        if (width > 0 && height > 0) {
            facts.cropped(width, height);
        }
    }

    private static long whole(long numerator, long denominator) {
        return denominator == 0 ? 0 : Math.round((double) numerator / denominator);
    }

    /** A gain map beside the picture brings the high dynamic range back (ISO 21496-1; Apple's own before it). */
    private void gainMap(List<Box> all, FactsBuilder facts) {
        for (Box property : all) {
            if (property.is("auxC")
                    && (window.matches(property.content() + 4, "urn:com:apple:photo:2020:aux:hdrgainmap")
                            || window.matches(property.content() + 4, "urn:iso:std:iso:ts:21496:-1"))) {
                facts.hdr();
            }
        }
    }
}
