package org.mediaenricher.media.container;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * XMP that does not fit into one segment of a JPEG (XMP specification part 3, 1.1.3.1): serialised as one packet, cut
 * into chunks, each with the packet's identifier, its full length and the chunk's place in it. Packets beyond a limit
 * are left out, for they hold depth maps and other pictures in text.
 */
final class ExtendedXmp {
    static final String SIGNATURE = "http://ns.adobe.com/xmp/extension/\0";

    /** The property of the ordinary packet that names the extended one's identifier. */
    static final String REFERENCE = "xmpNote:HasExtendedXMP";

    private static final int IDENTIFIER = 32;
    private static final int HEAD = IDENTIFIER + 8;
    private static final int LONGEST = 512 * 1024;
    private static final int MOST = 4;

    private final Map<String, Packet> packets = new HashMap<>(2);

    private static final class Packet {
        private final byte[] bytes;
        private int filled;

        Packet(int length) {
            bytes = new byte[length];
        }

        /** Chunks may come in any order, but each only once. */
        void add(Slice chunk, long offset) {
            if (offset + chunk.length() <= bytes.length) {
                System.arraycopy(chunk.array(), chunk.from(), bytes, (int) offset, chunk.length());
                filled += chunk.length();
            }
        }

        boolean isWhole() {
            return filled == bytes.length;
        }
    }

    /** A segment's content behind its signature. */
    void chunk(ByteWindow window, long at, int length) {
        if (length <= HEAD || !window.has(at, length)) {
            return;
        }
        long whole = window.u32(at + IDENTIFIER);
        String identifier = window.latin1(at, IDENTIFIER);
        boolean room = packets.containsKey(identifier) || packets.size() < MOST;
        if (whole > 0 && whole <= LONGEST && room) {
            packets.computeIfAbsent(identifier, any -> new Packet((int) whole))
                    .add(window.slice(at + HEAD, length - HEAD), window.u32(at + IDENTIFIER + 4));
        }
    }

    /** The packet that an ordinary one refers to; empty where it is not whole. */
    Optional<XmpPacket> of(XmpPacket ordinary) {
        return ordinary.first(REFERENCE)
                .map(packets::remove)
                .filter(Packet::isWhole)
                .map(packet -> XmpPacket.parse(new Slice(packet.bytes, 0, packet.bytes.length)));
    }
}
