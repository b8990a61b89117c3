package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmpPacketTest {
    @Test
    void arrays_structures_and_attributes_become_paths() {
        XmpPacket xmp = parse("""
                <x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
                <r:Description r:about='' xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:q='urn:q' q:flat='1'>
                  <d:subject><r:Bag><r:li>a</r:li><r:li>b</r:li></r:Bag></d:subject>
                  <q:struct r:parseType='Resource'><q:field>x &lt; &#x79;</q:field></q:struct>
                  <q:link r:resource='urn:there'/>
                  <q:text><![CDATA[<raw>]]></q:text>
                </r:Description></r:RDF></x:xmpmeta>""");
        assertThat(xmp.all("dc:subject")).containsExactly("a", "b");
        assertThat(xmp.first("q:flat")).contains("1");
        assertThat(xmp.first("q:struct/q:field")).contains("x < y");
        assertThat(xmp.first("q:link")).contains("urn:there");
        assertThat(xmp.first("q:text")).contains("<raw>");
        assertThat(xmp.raw()).hasSize(5);
    }

    @Test
    void a_packet_in_sixteen_bit_characters_is_read() {
        byte[] bytes = "<x><dc:title>Gr\u00fc\u00dfe</dc:title></x>".getBytes(StandardCharsets.UTF_16LE);
        assertThat(XmpPacket.parse(new Slice(bytes, 0, bytes.length)).first("x/dc:title"))
                .contains("Gr\u00fc\u00dfe");
    }

    @Test
    void a_cut_packet_gives_what_stands_before_the_cut() {
        XmpPacket xmp = parse("<rdf:RDF><rdf:Description><dc:title>yes</dc:title><dc:format>n");
        assertThat(xmp.first("dc:title")).contains("yes");
        assertThat(xmp.has("dc:format")).isFalse();
    }

    @Test
    void an_empty_prefix_declares_nothing() {
        XmpPacket xmp = parse("<x xmlns:='http://purl.org/dc/elements/1.1/'><title>yes</title></x>");
        assertThat(xmp.first("x/title")).contains("yes");
    }

    private static XmpPacket parse(String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return XmpPacket.parse(new Slice(bytes, 0, bytes.length));
    }
}
