package org.mediaenricher.media.container;

import java.util.Optional;

/**
 * The items of a picture that carry its metadata (ISO/IEC 14496-12, 8.11.6).
 *
 * @param exif the item with the Exif block
 * @param xmp the item with the XMP packet
 */
record HeifItems(Optional<Long> exif, Optional<Long> xmp) {
    private static final String XMP = "application/rdf+xml\0";

    static HeifItems read(ByteWindow window, Box information) {
        Long exif = null;
        Long xmp = null;
        int counted = window.u8(information.content()) == 0 ? 2 : 4;
        Boxes entries = Boxes.between(window, information.content() + 4 + counted, information.end());
        for (Box entry = entries.next(); entry != null; entry = entries.next()) {
            int version = window.u8(entry.content());
            if (!entry.is("infe") || version < 2) {
                continue;
            }
            long item = version == 2 ? window.u16(entry.content() + 4) : window.u32(entry.content() + 4);
            long type = entry.content() + (version == 2 ? 8 : 10); // behind the item's protection index
            exif = exif == null && window.matches(type, "Exif") ? Long.valueOf(item) : exif;
            xmp = xmp == null && isXmp(window, type, entry.end()) ? Long.valueOf(item) : xmp;
        }
        return new HeifItems(Optional.ofNullable(exif), Optional.ofNullable(xmp));
    }

    /** A MIME item: its type, its name, its content type, each text ended by a zero. */
    private static boolean isXmp(ByteWindow window, long type, long end) {
        if (!window.matches(type, "mime")) {
            return false;
        }
        long at = type + 4;
        while (at < end && window.u8(at) != 0) {
            at++;
        }
        return window.matches(at + 1, XMP);
    }
}
