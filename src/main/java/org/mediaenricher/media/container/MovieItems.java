package org.mediaenricher.media.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A metadata box: an item list under codes, as music files have it, or under named keys (QuickTime File
 * Format, "Metadata"). Pictures in it are hopped over.
 */
final class MovieItems {
    private static final int MOST_KEYS = 1000;
    private static final int LONGEST = 8192;
    private static final int UTF_8 = 1;
    private static final int UTF_16 = 2;
    private static final int SIGNED = 21;
    private static final int UNSIGNED = 22;
    private static final int FLOAT_32 = 23;
    private static final int FLOAT_64 = 24;

    private final ByteWindow window;
    private final MovieWords words;
    private final List<String> keys = new ArrayList<>(0);

    MovieItems(ByteWindow window, MovieWords words) {
        this.window = window;
        this.words = words;
    }

    void read(Box meta) {
        Boxes boxes = isQuickTime(meta) ? Boxes.in(window, meta) : Boxes.inFull(window, meta);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            if (box.is("keys")) {
                keys(box);
            } else if (box.is("ilst")) {
                items(box);
            }
        }
    }

    /** QuickTime's box has no version and flags: its first child stands right at the beginning. */
    private boolean isQuickTime(Box meta) {
        return meta.length() >= 8 && window.matches(meta.content() + 4, "hdlr");
    }

    private void keys(Box box) {
        long at = box.content() + 8;
        while (at + 8 <= box.end() && keys.size() < MOST_KEYS) {
            long length = window.u32(at);
            if (length < 8 || length > box.end() - at) {
                throw Unreadable.malformed("a metadata key is longer than its box");
            }
            keys.add(window.text(at + 8, (int) Math.min(length - 8, LONGEST), StandardCharsets.UTF_8));
            at += length;
        }
    }

    private void items(Box ilst) {
        Boxes boxes = Boxes.in(window, ilst);
        for (Box item = boxes.next(); item != null; item = boxes.next()) {
            boolean keyed = item.type() > 0 && item.type() <= keys.size();
            item(item, keyed ? "keys" : "item_list", keyed ? keys.get(item.type() - 1) : MovieWords.name(item));
        }
    }

    private void item(Box item, String directory, String code) {
        String name = code;
        Boxes boxes = Boxes.in(window, item);
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            if (box.is("name") && box.length() > 4) {
                name = text(box.content() + 4, box.length() - 4, StandardCharsets.UTF_8);
            } else if (box.is("data") && box.length() >= 8) {
                words.word(directory, name, value(box));
            }
        }
    }

    /** By the well-known types of the QuickTime File Format; null for what is no text or number. */
    private Object value(Box data) {
        long at = data.content() + 8;
        long length = data.end() - at;
        return switch (window.i32(data.content()) & 0xff_ffff) {
            case UTF_8 -> text(at, length, StandardCharsets.UTF_8);
            case UTF_16 -> text(at, length, StandardCharsets.UTF_16BE);
            case SIGNED, UNSIGNED -> integer(at, length);
            case FLOAT_32 -> length < 4 ? null : finite(Float.intBitsToFloat(window.i32(at)));
            case FLOAT_64 -> length < 8 ? null : finite(Double.longBitsToDouble(window.i64(at)));
            default -> null;
        };
    }

    private String text(long at, long length, Charset charset) {
        return window.text(at, (int) Math.min(length, LONGEST), charset);
    }

    private Long integer(long at, long length) {
        if (length == 1) {
            return (long) window.u8(at);
        }
        if (length == 2) {
            return (long) window.u16(at);
        }
        return length == 4 ? Long.valueOf(window.i32(at)) : length == 8 ? Long.valueOf(window.i64(at)) : null;
    }

    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
