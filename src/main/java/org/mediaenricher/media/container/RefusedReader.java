package org.mediaenricher.media.container;

/** Formats that are known but not read: named, so that people know what to convert. Throws always. */
final class RefusedReader implements FormatReader {
    private static final int TRANSPORT_PACKET = 188;

    @Override
    public boolean recognises(ByteWindow window) {
        return !name(window).isEmpty();
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        throw Unreadable.unsupported(name(window) + " is not read; convert it to MP4 or a format like it");
    }

    /** The format's name, or nothing. */
    private static String name(ByteWindow window) {
        if (isTransportStream(window)) {
            return "an MPEG transport stream";
        }
        if (window.has(0, 5) && window.i32(0) == 0x0000_01ba) {
            return "an MPEG program stream";
        }
        if (window.matches(0, "ADIF")) {
            return "AAC in the ADIF format";
        }
        if (window.matches(0, "FLV\u0001")) {
            return "Flash video";
        }
        boolean asf = window.has(0, 16) && window.i64(0) == 0x3026_b275_8e66_cf11L;
        return asf ? "Windows Media" : "";
    }

    /** A sync byte at the beginning of each packet (ISO/IEC 13818-1, 2.4.3.2), or behind a time code of four bytes. */
    private static boolean isTransportStream(ByteWindow window) {
        return isPacketed(window, 0, TRANSPORT_PACKET) || isPacketed(window, 4, TRANSPORT_PACKET + 4);
    }

    private static boolean isPacketed(ByteWindow window, long from, int packet) {
        boolean all = window.has(0, from + 2L * packet + 1);
        for (int i = 0; all && i < 3; i++) {
            all = window.u8(from + (long) i * packet) == 0x47;
        }
        return all;
    }
}
