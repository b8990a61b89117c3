package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a movie's file type box (ISO/IEC 14496-12, 4.3) says it is. The major brand decides; the
 * compatible ones only where it is of no registered family. A file without the box is QuickTime's own
 * (QuickTime File Format, "File Type Compatibility Atom").
 */
final class MovieBrands {
    /** Still pictures and their sequences (ISO/IEC 23008-12, AV1 image file format), camera raw, JPEG 2000. */
    private static final Set<String> PICTURES = Set.of(
            "mif1", "mif2", "msf1", "miaf", "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "avif",
            "avis", "avio", "avci", "avcs", "j2ki", "j2is", "jpeg", "jpgs", "crx ", "jp2 ", "jpx ", "jpm ", "jxl ");

    private static final Set<String> AUDIO = Set.of("M4A ", "M4B ", "M4P ");
    private static final Set<String> QUICKTIME = Set.of("qt  ", "mqt ");
    private static final int MOST = 64;

    private final List<String> brands;

    private MovieBrands(List<String> brands) {
        this.brands = brands;
    }

    /** A file without the box. */
    static MovieBrands none() {
        return new MovieBrands(List.of("qt  "));
    }

    /** The box's brands, the major one first. */
    static MovieBrands of(ByteWindow window, Box ftyp) {
        List<String> brands = new ArrayList<>();
        long compatible = ftyp.content() + 8;
        brands.add(window.latin1(ftyp.content(), 4));
        for (long at = compatible; at + 4 <= ftyp.end() && brands.size() < MOST; at += 4) {
            brands.add(window.latin1(at, 4));
        }
        return new MovieBrands(brands);
    }

    /** Whether a major brand is a picture's and no movie's. */
    static boolean isPicture(String major) {
        return PICTURES.contains(major);
    }

    boolean isQuickTime() {
        return QUICKTIME.contains(family());
    }

    /**
     * The MIME type.
     *
     * @param onlySound whether there is sound and no video; a music file's cover is none
     */
    String contentType(boolean onlySound) {
        String family = family();
        if (AUDIO.contains(family)) {
            return "audio/mp4";
        }
        return (onlySound ? "audio/" : "video/") + subtype(family, onlySound);
    }

    private static String subtype(String family, boolean onlySound) {
        if (QUICKTIME.contains(family)) {
            return "quicktime";
        }
        if (family.startsWith("3g2") || family.equals("KDDI")) {
            return "3gpp2"; // RFC 4393
        }
        if (family.startsWith("3g")) {
            return "3gpp"; // RFC 3839
        }
        return family.startsWith("M4V") && !onlySound ? "x-m4v" : "mp4"; // RFC 4337
    }

    /** The major brand where it belongs to a family known here, else the first compatible one that does. */
    private String family() {
        return brands.stream().filter(MovieBrands::isRegistered).findFirst().orElse("isom");
    }

    private static boolean isRegistered(String brand) {
        return AUDIO.contains(brand)
                || QUICKTIME.contains(brand)
                || brand.startsWith("3g")
                || brand.startsWith("M4V")
                || brand.startsWith("iso")
                || brand.startsWith("mp4")
                || brand.startsWith("avc")
                || brand.equals("KDDI")
                || brand.equals("dash");
    }
}
