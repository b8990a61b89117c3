package org.mediaenricher.media.container;

import java.time.Duration;
import java.util.Optional;

/**
 * When a recording ends whose writer never went back to say so, as browsers do: by the time of the last
 * block in the last cluster (RFC 9559, 5.1.3), looked for in the object's last bytes. One read.
 */
final class LastCluster {
    private static final int TAIL = 256 * 1024;
    private static final int CLUSTER = 0x1f43b675;
    private static final int TIMESTAMP = 0xe7;
    private static final int SIMPLE_BLOCK = 0xa3;
    private static final int BLOCK_GROUP = 0xa0;
    private static final int BLOCK = 0xa1;

    private final ByteWindow window;
    private final Element segment;
    private long last = -1;

    LastCluster(ByteWindow window, Element segment) {
        this.window = window;
        this.segment = segment;
    }

    /** The last block's time; empty where no cluster begins near the end. */
    Optional<Duration> end(MatroskaInfo info) {
        long from = Math.max(segment.content(), segment.end() - TAIL);
        Slice tail = window.slice(from, (int) (segment.end() - from));
        for (int i = tail.length() - 8; i >= 0 && last < 0; i--) {
            if (isCluster(tail, i)) {
                long at = from + i;
                SidePart.read(() ->
                        cluster(Elements.between(window, at, segment.end()).next()));
            }
        }
        return last < 0 ? Optional.empty() : Optional.ofNullable(info.playTime(last));
    }

    private static boolean isCluster(Slice tail, int index) {
        int at = tail.from() + index;
        byte[] bytes = tail.array();
        return bytes[at] == (byte) (CLUSTER >> 24)
                && bytes[at + 1] == (byte) (CLUSTER >> 16)
                && bytes[at + 2] == (byte) (CLUSTER >> 8)
                && bytes[at + 3] == (byte) CLUSTER;
    }

    private void cluster(Element cluster) {
        long base = -1;
        Elements elements = Elements.in(window, cluster);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            switch (element.id()) {
                case TIMESTAMP -> base = elements.unsigned(element);
                case SIMPLE_BLOCK -> block(base, element);
                case BLOCK_GROUP -> group(base, element);
                default -> {}
            }
        }
    }

    private void group(long base, Element group) {
        Elements elements = Elements.in(window, group);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            if (element.id() == BLOCK) {
                block(base, element);
            }
        }
    }

    /** A track number of one byte, then the time since the cluster's, signed (RFC 9559, 10.1). */
    private void block(long base, Element block) {
        if (base >= 0 && block.length() >= 4 && window.u8(block.content()) >= 0x80) {
            last = Math.max(last, base + (short) window.u16(block.content() + 1));
        }
    }
}
