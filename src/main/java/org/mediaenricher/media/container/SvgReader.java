package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/**
 * SVG (W3C SVG 2, 8.2): the size its root element names, nothing else. Only the head is looked at, and
 * nothing it refers to is opened.
 */
final class SvgReader implements FormatReader {
    private static final int HEAD = 32 * 1024;

    @Override
    public boolean recognises(ByteWindow window) {
        return startsWithTag(window) && name(root(window).name()).equals("svg");
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        facts.contentType("image/svg+xml");
        List<String> attributes = root(window).attributes();
        OptionalDouble width = SvgLength.pixels(attribute(attributes, "width"));
        OptionalDouble height = SvgLength.pixels(attribute(attributes, "height"));
        OptionalDouble[] box = SvgLength.viewBox(attribute(attributes, "viewBox"));
        if (width.isPresent() && height.isPresent()) {
            size(width.getAsDouble(), height.getAsDouble(), facts);
        } else if (box[0].isPresent() && box[1].isPresent()) {
            byRatio(width, height, box[0].getAsDouble() / box[1].getAsDouble(), box, facts);
        }
    }

    /** SVG 2, 8.3: a side that is not given follows from the other and the view box's ratio. */
    private static void byRatio(
            OptionalDouble width, OptionalDouble height, double ratio, OptionalDouble[] box, FactsBuilder facts) {
        if (width.isPresent()) {
            size(width.getAsDouble(), width.getAsDouble() / ratio, facts);
        } else if (height.isPresent()) {
            size(height.getAsDouble() * ratio, height.getAsDouble(), facts);
        } else {
            size(box[0].getAsDouble(), box[1].getAsDouble(), facts);
        }
    }

    private static void size(double width, double height, FactsBuilder facts) {
        facts.encoded(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
    }

    private static boolean startsWithTag(ByteWindow window) {
        long at = window.has(0, 3) && window.u24(0) == 0xefbbbf ? 3 : 0;
        while (window.has(at, 1) && at < 256 && window.u8(at) <= ' ') {
            at++;
        }
        return window.matches(at, "<");
    }

    /** The tokens, standing at the root element. */
    private static XmlTokens root(ByteWindow window) {
        int length = (int) Math.min(HEAD, window.size());
        XmlTokens xml = new XmlTokens(window.text(0, length, StandardCharsets.UTF_8));
        XmlTokens.Kind kind = xml.next();
        while (kind == XmlTokens.Kind.TEXT) {
            kind = xml.next();
        }
        return xml;
    }

    private static String name(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    private static String attribute(List<String> attributes, String name) {
        int at = attributes.indexOf(name);
        return at < 0 || at % 2 != 0 ? "" : attributes.get(at + 1);
    }
}
