package org.mediaenricher.media.container;

import java.util.Map;
import java.util.Optional;

/**
 * HEIF, HEIC and AVIF (ISO/IEC 23008-12; AV1 Image File Format 1.1): still pictures in a {@code meta}
 * box, image sequences in a {@code moov} box. The size is the primary item's, never a tile's.
 */
final class HeifReader implements FormatReader {
    /** Major brand to type: ISO/IEC 23008-12, 10 and annex B; AVIF 1.1, 8. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("heic", "image/heic"),
            Map.entry("heix", "image/heic"),
            Map.entry("heim", "image/heic"),
            Map.entry("heis", "image/heic"),
            Map.entry("hevc", "image/heic-sequence"),
            Map.entry("hevx", "image/heic-sequence"),
            Map.entry("hevm", "image/heic-sequence"),
            Map.entry("hevs", "image/heic-sequence"),
            Map.entry("mif1", "image/heif"),
            Map.entry("mif2", "image/heif"),
            Map.entry("msf1", "image/heif-sequence"),
            Map.entry("avif", "image/avif"),
            Map.entry("avis", "image/avif"));

    @Override
    public boolean recognises(ByteWindow window) {
        return FileType.of(window).flatMap(HeifReader::type).isPresent();
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        FileType brand = FileType.of(window).orElseThrow();
        facts.contentType(type(brand).orElseThrow());
        Boxes boxes = Boxes.ofFile(window);
        boolean described = false;
        for (Box box = boxes.next(); box != null && !isWhole(described, brand); box = boxes.next()) {
            if (box.is("meta")) {
                HeifMeta.read(window, box, facts);
                described = true;
            } else if (box.is("moov")) {
                HeifSequence.read(window, box, facts);
            }
        }
        if (!facts.hasPicture()) {
            throw described
                    ? Unreadable.malformed("a HEIF whose primary picture has no size")
                    : Unreadable.truncated("a HEIF without the box that describes its pictures");
        }
    }

    /** Behind the description only the movie box of a sequence is worth a hop. */
    private static boolean isWhole(boolean described, FileType brand) {
        return described && !brand.is("msf1") && !brand.is("avis") && !brand.is("hevc") && !brand.is("hevx");
    }

    private static Optional<String> type(FileType brand) {
        boolean generic = brand.major().equals("mif1") || brand.major().equals("msf1");
        return Optional.ofNullable(TYPES.get(generic && brand.is("avif") ? "avif" : brand.major()));
    }
}
