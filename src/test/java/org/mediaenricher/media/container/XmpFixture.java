package org.mediaenricher.media.container;

import java.nio.charset.StandardCharsets;

/** Builds XMP packets. */
final class XmpFixture {
    private XmpFixture() {}

    /** A packet around properties of the usual namespaces. */
    static Bytes packet(String properties) {
        String xmp = """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
                  xmlns:lr="http://ns.adobe.com/lightroom/1.0/" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/">
                %s
                </rdf:Description></rdf:RDF></x:xmpmeta>
                                              \s
                <?xpacket end="w"?>
                """.formatted(properties);
        return new Bytes().add(xmp.getBytes(StandardCharsets.UTF_8));
    }

    /** What an author writes. */
    static Bytes author() {
        return packet("""
                <dc:subject><rdf:Bag><rdf:li>Sea</rdf:li><rdf:li>caf\u00e9 &amp; bar</rdf:li></rdf:Bag></dc:subject>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">A title</rdf:li></rdf:Alt></dc:title>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">A caption</rdf:li></rdf:Alt></dc:description>
                <lr:hierarchicalSubject><rdf:Bag><rdf:li>Places|Italy</rdf:li></rdf:Bag></lr:hierarchicalSubject>
                <xmp:Rating>4</xmp:Rating>
                """);
    }
}
