package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What Olympus's and Agfa's cameras wrote into a JPEG before Exif was common: lines of text in APP12, under the head
 * {@code [picture info]}. Never published; read as ExifTool reads it. Times count seconds of the camera's own clock.
 */
final class PictureInfo {
    private static final String HEAD = "[picture info]";
    private static final int LONGEST = 4096;

    private final Map<String, String> lines = new HashMap<>();

    private PictureInfo() {}

    static void read(ByteWindow window, long at, int length, MetadataBlocks blocks) {
        if (length < HEAD.length() || !window.has(at, Math.min(length, LONGEST))) {
            return;
        }
        String text = window.text(at, Math.min(length, LONGEST), StandardCharsets.ISO_8859_1);
        if (text.contains(HEAD)) {
            PictureInfo info = new PictureInfo();
            text.lines().forEach(info::line);
            blocks.weakest(info::tell);
        }
    }

    private void line(String line) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            lines.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    private void tell(FactsBuilder facts) {
        number("TimeDate").ifPresent(seconds -> facts.captured(Times.ofCamera((long) seconds)));
        number("Shutter").ifPresent(micros -> facts.camera().seconds(micros / 1e6));
        number("FNumber").ifPresent(aperture -> facts.camera().aperture(aperture));
    }

    private OptionalDouble number(String name) {
        String value = lines.getOrDefault(name, "");
        return XmpNumbers.number(value.startsWith("F") ? value.substring(1) : value);
    }
}
