package org.mediaenricher.media.container;

/**
 * The image resources Photoshop keeps in a JPEG's APP13 and a TIFF's tag 34377 (Adobe Photoshop File
 * Formats, "Image Resource Blocks"): of them the IPTC record, resource 0x0404.
 */
final class PhotoshopResources {
    private static final int IPTC = 0x0404;

    private PhotoshopResources() {}

    static void read(ByteWindow window, long from, long end, MetadataBlocks blocks) {
        long at = from;
        while (at + 12 <= end && window.matches(at, "8BIM")) {
            window.step();
            int id = window.u16(at + 4);
            long size = at + 6 + even(1 + window.u8(at + 6)); // behind the name, padded with its length byte
            long content = size + 4;
            if (content > end || !window.has(size, 4)) {
                return;
            }
            long length = window.u32(size);
            if (id == IPTC && content + length <= end) {
                blocks.iptc(window, content, length);
            }
            at = content + even(length);
        }
    }

    private static long even(long length) {
        return length + (length & 1);
    }
}
