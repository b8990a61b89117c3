package org.mediaenricher.media.container;

/**
 * One box of an ISO base media file (ISO/IEC 14496-12, 4.2).
 *
 * @param type the four-character code as a number, see {@link #code}
 * @param start the offset of its header
 * @param content the offset of what follows the header
 * @param end the offset behind it, never beyond its parent's
 */
record Box(int type, long start, long content, long end) {
    /** A four-character code as the number it is stored as. */
    static int code(String type) {
        return type.charAt(0) << 24 | type.charAt(1) << 16 | type.charAt(2) << 8 | type.charAt(3);
    }

    /** The four-character code as text. */
    String name() {
        char[] letters = {
            (char) (type >>> 24), (char) (type >> 16 & 0xff), (char) (type >> 8 & 0xff), (char) (type & 0xff)
        };
        return new String(letters);
    }

    boolean is(String code) {
        return type == code(code);
    }

    /** How many bytes follow the header. */
    long length() {
        return end - content;
    }
}
