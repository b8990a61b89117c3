package org.mediaenricher.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** An XMP packet with subjects: XMP specification part 1 (ISO 16684-1), {@code dc:subject} as a bag. */
final class Xmp {
    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4">
               <dc:subject><rdf:Bag>%s</rdf:Bag></dc:subject>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>""";

    private Xmp() {}

    static byte[] packet(List<String> subjects) {
        String items = subjects.stream()
                .map(subject -> "<rdf:li>" + escaped(subject) + "</rdf:li>")
                .collect(Collectors.joining());
        return PACKET.formatted(items).getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
