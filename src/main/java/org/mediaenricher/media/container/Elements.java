package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;

/** Walks the elements of an EBML document and reads their values (RFC 8794, 4 to 7). */
final class Elements {
    private static final int LONGEST_TEXT = 8192;

    private final ByteWindow window;
    private final long end;
    private long next;

    private Elements(ByteWindow window, long from, long end) {
        this.window = window;
        this.next = from;
        this.end = Math.min(end, window.size());
    }

    /** The elements of the document itself. */
    static Elements ofFile(ByteWindow window) {
        return new Elements(window, 0, window.size());
    }

    static Elements in(ByteWindow window, Element parent) {
        return between(window, parent.content(), parent.end());
    }

    static Elements between(ByteWindow window, long from, long end) {
        return new Elements(window, from, end);
    }

    /** The next element, or null at the parent's end; hops over the content. */
    Element next() {
        if (next > end - 2) {
            return null;
        }
        window.step();
        long start = next;
        int idLength = length(start, 4);
        int sizeLength = length(start + idLength, 8);
        long size = number(start + idLength, sizeLength) & (1L << 7 * sizeLength) - 1;
        boolean sized = size != (1L << 7 * sizeLength) - 1;
        long content = start + idLength + sizeLength;
        next = !sized || size > end - content ? end : content + size;
        return new Element(
                (int) number(start, idLength), start, Math.min(content, end), Math.max(next, content), sized);
    }

    /** How many bytes a variable-size integer takes: the zeros before its first one, and one more (RFC 8794, 4). */
    private int length(long at, int most) {
        int length = Integer.numberOfLeadingZeros(window.u8(at)) - 23;
        if (length > most) {
            throw Unreadable.malformed("at byte " + at + " stands no EBML element");
        }
        return length;
    }

    private long number(long at, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | window.u8(at + i);
        }
        return value;
    }

    /** An unsigned integer of up to eight bytes; the empty one is 0. */
    long unsigned(Element element) {
        return number(element.content(), (int) Math.min(element.length(), 8));
    }

    /** A floating point number of four or eight bytes; of any other length 0. */
    double real(Element element) {
        if (element.length() == 4) {
            return Float.intBitsToFloat(window.i32(element.content()));
        }
        return element.length() == 8 ? Double.longBitsToDouble(window.i64(element.content())) : 0;
    }

    /** A text, which may be padded with zeros. */
    String text(Element element) {
        int length = (int) Math.min(element.length(), LONGEST_TEXT);
        String text = window.text(element.content(), length, StandardCharsets.UTF_8);
        int zero = text.indexOf(0);
        return zero < 0 ? text : text.substring(0, zero);
    }
}
