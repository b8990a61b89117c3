package org.mediaenricher.media.container;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Walks the RDF of an XMP packet (ISO 16684-1, 7.4 to 7.9) and tells each simple value with its path.
 * The containers of RDF itself are no part of a path, so an array's items are told one after another
 * under the array's name.
 */
final class XmpElements {
    private static final int DEEPEST = 64;
    private static final int LONGEST_PATH = 300;
    private static final String RDF = "rdf:";

    /** The usual prefix of each namespace read here: files may use others. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("adobe:ns:meta/", "x"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://ns.adobe.com/xap/1.0/", "xmp"),
            Map.entry("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
            Map.entry("http://ns.adobe.com/exif/1.0/", "exif"),
            Map.entry("http://ns.adobe.com/exif/1.0/aux/", "aux"),
            Map.entry("http://cipa.jp/exif/1.0/", "exifEX"),
            Map.entry("http://ns.adobe.com/tiff/1.0/", "tiff"),
            Map.entry("http://ns.adobe.com/lightroom/1.0/", "lr"),
            Map.entry("http://www.digikam.org/ns/1.0/", "digiKam"),
            Map.entry("http://ns.adobe.com/xmp/note/", "xmpNote"),
            Map.entry("http://ns.adobe.com/hdr-gain-map/1.0/", "hdrgm"));

    private final XmlTokens xml;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Deque<String> paths = new ArrayDeque<>();
    private final StringBuilder value = new StringBuilder();

    XmpElements(XmlTokens xml) {
        this.xml = xml;
        paths.push("");
    }

    void tell(BiConsumer<String, String> properties) {
        for (XmlTokens.Kind kind = xml.next(); kind != XmlTokens.Kind.DONE; kind = xml.next()) {
            switch (kind) {
                case START -> start(properties);
                case TEXT -> value.append(xml.text());
                default -> end(properties);
            }
            if (paths.size() > DEEPEST || paths.isEmpty()) {
                return;
            }
        }
    }

    private void start(BiConsumer<String, String> properties) {
        learnPrefixes();
        value.setLength(0);
        String name = known(xml.name());
        String parent = paths.peek();
        String path = isScaffold(name) ? parent : joined(parent, name);
        paths.push(path);
        List<String> attributes = xml.attributes();
        for (int i = 0; i < attributes.size(); i += 2) {
            attribute(path, known(attributes.get(i)), attributes.get(i + 1), properties);
        }
    }

    private void attribute(String path, String name, String text, BiConsumer<String, String> properties) {
        if (name.equals("rdf:resource") && !path.isEmpty()) {
            properties.accept(path, text);
        } else if (name.indexOf(':') > 0 && !isScaffold(name) && !name.startsWith("xml")) {
            properties.accept(joined(path, name), text);
        }
    }

    /** A path within its limit: long names, nested, would multiply. */
    private static String joined(String parent, String name) {
        if (parent.length() + name.length() > LONGEST_PATH) {
            return parent;
        }
        return parent.isEmpty() ? name : parent + "/" + name;
    }

    private void end(BiConsumer<String, String> properties) {
        String path = paths.pop();
        String text = value.toString().strip();
        value.setLength(0);
        if (!path.isEmpty() && !text.isEmpty()) {
            properties.accept(path, text);
        }
    }

    private void learnPrefixes() {
        List<String> attributes = xml.attributes();
        for (int i = 0; i < attributes.size(); i += 2) {
            String usual = attributes.get(i).startsWith("xmlns:") ? PREFIXES.get(attributes.get(i + 1)) : null;
            if (usual != null && prefixes.size() < DEEPEST) {
                prefixes.put(attributes.get(i).substring("xmlns:".length()), usual);
            }
        }
    }

    private String known(String name) {
        int colon = name.indexOf(':');
        if (colon <= 0) {
            return name;
        }
        String prefix = name.substring(0, colon);
        String usual = prefixes.getOrDefault(prefix, prefix);
        return usual.equals(prefix) ? name : usual + name.substring(colon);
    }

    /** RDF's own elements, and the two roots around them. */
    private static boolean isScaffold(String name) {
        return name.startsWith(RDF) || name.startsWith("x:");
    }
}
