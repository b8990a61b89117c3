package org.mediaenricher.media.container;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.mediaenricher.media.PlainText;

/** Text from a file made a fact: storable, without the padding around it, of bounded length. */
final class Texts {
    private static final int LONGEST = 8192;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Texts() {}

    /** The text, or null where nothing of it is left. */
    static String orNull(String raw) {
        if (raw == null) {
            return null;
        }
        String text = PlainText.storable(upToLimit(raw)).strip();
        return text.isEmpty() ? null : text;
    }

    /** Text of unnamed encoding: UTF-8 where it is valid UTF-8, else Windows-1252, up to the first zero byte. */
    static String decode(byte[] bytes) {
        int length = 0;
        boolean ascii = true;
        while (length < bytes.length && bytes[length] != 0) {
            ascii &= bytes[length++] >= 0;
        }
        return ascii ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1) : decode(bytes, length);
    }

    /** Whether bytes of no declared type are ASCII text, as Exif's version numbers are. */
    static boolean isPrintable(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' || b == 0x7f) {
                return false;
            }
        }
        return bytes.length > 0;
    }

    private static String decode(byte[] bytes, int length) {
        try {
            CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
            return strict.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, length, WESTERN);
        }
    }

    private static String upToLimit(String raw) {
        return raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST);
    }
}
