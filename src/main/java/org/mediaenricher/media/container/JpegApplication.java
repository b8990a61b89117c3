package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mediaenricher.media.RawValue;

/** What applications keep in a JPEG's APPn segments, told apart by the words they begin with. */
final class JpegApplication {
    private static final String EXIF = "Exif\0"; // Exif 3.0, 4.7.2
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0"; // XMP specification part 3, 1.1.3
    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final String MULTI_PICTURE = "MPF\0"; // CIPA DC-007, 5.1
    private static final String GAIN_MAP = "urn:iso:std:iso:ts:21496:-1\0"; // ISO 21496-1, annex C

    private JpegApplication() {}

    static void read(ByteWindow window, JpegSegments segment, FactsBuilder facts) {
        long at = segment.content();
        int length = segment.length();
        switch (segment.marker()) {
            case 0xe0 -> canonHeap(window, at, length, facts.blocks());
            case 0xe1 -> exifOrXmp(window, at, length, facts.blocks());
            case 0xe2 -> pictures(window, at, length, facts);
            case 0xec -> PictureInfo.read(window, at, length, facts.blocks());
            case 0xed -> photoshop(window, at, length, facts.blocks());
            case 0xfe -> comment(window, at, length, facts);
            default -> {}
        }
    }

    private static void canonHeap(ByteWindow window, long at, int length, MetadataBlocks blocks) {
        if (CanonHeap.isAt(window, at)) {
            CanonHeap.read(window, at, length, blocks);
        }
    }

    private static void exifOrXmp(ByteWindow window, long at, int length, MetadataBlocks blocks) {
        if (window.matches(at, EXIF)) {
            blocks.exif(window, at, length);
        } else if (window.matches(at, XMP)) {
            blocks.xmp(window, at + XMP.length(), length - XMP.length());
        } else if (window.matches(at, ExtendedXmp.SIGNATURE)) {
            int skipped = ExtendedXmp.SIGNATURE.length();
            blocks.extendedXmp(window, at + skipped, length - skipped);
        }
    }

    private static void photoshop(ByteWindow window, long at, int length, MetadataBlocks blocks) {
        if (window.matches(at, PHOTOSHOP)) {
            PhotoshopResources.read(window, at + PHOTOSHOP.length(), at + length, blocks);
        }
    }

    private static void pictures(ByteWindow window, long at, int length, FactsBuilder facts) {
        if (window.matches(at, MULTI_PICTURE)) {
            MultiPicture.read(window, at + MULTI_PICTURE.length(), at + length, facts);
        } else if (window.matches(at, GAIN_MAP)) {
            facts.hdr();
        }
    }

    private static void comment(ByteWindow window, long at, int length, FactsBuilder facts) {
        if (facts.takesRaw() && length > 0 && length <= 2000 && window.has(at, length)) {
            String text = window.text(at, length, StandardCharsets.UTF_8);
            facts.raw("jpeg_comment", List.of(new RawValue("comment", text)));
        }
    }
}
