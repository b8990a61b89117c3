package org.mediaenricher.media.container;

/** Goes from frame to frame of an ID3v2 tag, whose heads differ by version (ID3v2.2, 3.2; ID3v2.3, 3.3; ID3v2.4, 4). */
final class Id3Frames {
    private final ByteWindow window;
    private final int version;
    private final long tagEnd;
    private long next;
    private String id = "";
    private long content;
    private long end;
    private boolean readable;
    private boolean scrambled;

    Id3Frames(ByteWindow window, int version, long from, long tagEnd) {
        this.window = window;
        this.version = version;
        this.next = from;
        this.tagEnd = Math.min(tagEnd, window.size());
    }

    /** Goes on to the next frame; false where the tag or its padding ends. */
    boolean next() {
        int head = version == 2 ? 6 : 10;
        if (next > tagEnd - head || window.u8(next) == 0) {
            return false;
        }
        window.step();
        id = window.latin1(next, version == 2 ? 3 : 4);
        content = next + head;
        end = content + length(next);
        next = end;
        flags();
        return end <= tagEnd && isId(id);
    }

    private long length(long at) {
        return switch (version) {
            case 2 -> window.u24(at + 3);
            case 3 -> window.u32(at + 4);
            default -> newest(at);
        };
    }

    /** Synchsafe in version 2.4; but some writers went on as before, which shows where no frame follows. */
    private long newest(long at) {
        int raw = window.i32(at + 4);
        int safe = Id3v2.synchsafe(raw);
        boolean asBefore =
                (raw & 0x8080_8080) != 0 || safe != raw && !isFrame(at + 10 + safe) && isFrame(at + 10 + raw);
        return asBefore ? Integer.toUnsignedLong(raw) : safe;
    }

    /** Whether a frame, padding or the tag's end is there; what is not at hand counts as no. */
    private boolean isFrame(long at) {
        if (at == tagEnd) {
            return true;
        }
        if (at < 0 || at > tagEnd - 4 || !window.isNear(at)) {
            return false;
        }
        String name = window.latin1(at, 4);
        return isId(name) || name.equals("\0\0\0\0");
    }

    private static boolean isId(String name) {
        return name.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    }

    /** Packed and encrypted frames are not read; what stands before the content is skipped. */
    private void flags() {
        readable = true;
        scrambled = false;
        int flags = version == 2 ? 0 : window.u8(content - 1);
        if (version == 3) {
            readable = (flags & 0xc0) == 0;
            content += (flags & 0x20) == 0 ? 0 : 1;
        } else if (version >= 4) {
            readable = (flags & 0x0c) == 0;
            scrambled = (flags & 0x02) != 0;
            content += ((flags & 0x40) == 0 ? 0 : 1) + ((flags & 0x01) == 0 ? 0 : 4);
        }
    }

    /** Three or four capitals and digits. */
    String id() {
        return id;
    }

    long end() {
        return end;
    }

    /** The content, up to a length; empty where it is packed or encrypted. */
    byte[] content(int most) {
        if (!readable || content > end) {
            return new byte[0];
        }
        Slice slice = window.slice(content, (int) Math.min(end - content, most));
        return scrambled ? Unsynchronisation.undone(slice) : window.bytes(content, slice.length());
    }
}
