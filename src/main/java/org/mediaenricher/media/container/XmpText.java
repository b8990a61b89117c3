package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;

/**
 * An XMP packet's text without its wrapper (ISO 16684-1, 7.3): the wrapper's byte-order mark would
 * double the memory the text takes, and some kilobytes of padding follow it.
 */
final class XmpText {
    private static final String WRAPPER = "<?xpacket";

    private XmpText() {}

    /** UTF-8 in files; the specification allows UTF-16 too (ISO 16684-1, 7.1). */
    static String of(Slice packet) {
        if (packet.startsWith("\u00fe\u00ff") || packet.startsWith("\0<")) {
            return new String(packet.array(), packet.from(), packet.length(), StandardCharsets.UTF_16BE);
        }
        if (packet.startsWith("\u00ff\u00fe") || packet.startsWith("<\0")) {
            return new String(packet.array(), packet.from(), packet.length(), StandardCharsets.UTF_16LE);
        }
        Slice body = unwrapped(packet);
        return new String(
                body.array(),
                body.from(),
                body.length(),
                isAscii(body) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static Slice unwrapped(Slice packet) {
        Slice body = packet;
        if (packet.startsWith(WRAPPER)) {
            int end = WRAPPER.length();
            while (end < packet.length() && at(packet, end) != '>') {
                end++;
            }
            body = packet.after(Math.min(end + 1, packet.length()));
        }
        return withoutPadding(body);
    }

    private static Slice withoutPadding(Slice body) {
        int last = body.length() - 1;
        while (last > 0 && at(body, last) != '<') {
            last--;
        }
        if (last <= 0 || !body.after(last).startsWith(WRAPPER)) {
            return body;
        }
        while (last > 0 && at(body, last - 1) <= ' ' && at(body, last - 1) >= 0) {
            last--;
        }
        return body.upTo(last);
    }

    private static byte at(Slice slice, int index) {
        return slice.array()[slice.from() + index];
    }

    private static boolean isAscii(Slice slice) {
        for (int i = 0; i < slice.length(); i++) {
            if (at(slice, i) < 0) {
                return false;
            }
        }
        return true;
    }
}
