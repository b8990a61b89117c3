package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.BytesSource;

/** Small files made to cost much: every one ends within a second and 64 MB. */
class BombTest {
    private static final Duration TIME = Duration.ofSeconds(1);
    private static final long MEMORY = 64 << 20;

    @Test
    void an_exif_block_that_names_the_same_bytes_a_thousand_times() {
        Bytes block = Bytes.of("II").u16le(42).u32le(8).u16le(4000);
        for (int i = 0; i < 4000; i++) {
            block.u16le(i + 1).u16le(1).u32le(60_000).u32le(8);
        }
        endsInTime(new JpegFixture()
                .segment(0xe1, Bytes.of("Exif\0\0").add(block.zeros(13_000)))
                .frame(4, 3));
    }

    @Test
    void an_exif_block_whose_directories_overlap() {
        Bytes block = Bytes.of("II").u16le(42).u32le(8);
        while (block.length() < 60_000) {
            block.u16le(0x8769).u16le(0x8769).u16le(4).u32le(1).u32le(block.length() % 50_000);
        }
        endsInTime(
                new JpegFixture().segment(0xe1, Bytes.of("Exif\0\0").add(block)).frame(4, 3));
    }

    @Test
    void an_iptc_record_of_nothing_but_keywords() {
        Bytes keywords = new Bytes();
        for (int i = 0; i < 12_000; i++) {
            keywords.add(JpegFixture.dataset(25, ""));
        }
        endsInTime(new JpegFixture().iptc(keywords).frame(4, 3));
    }

    @Test
    void an_xmp_packet_of_nested_long_names() {
        String name = "n:" + "x".repeat(30_000);
        String open = ("<" + name + ">").repeat(30);
        endsInTime(PngFixture.of(4, 3)
                .xmp(Bytes.of("<x>" + open + "<a/>".repeat(250_000)))
                .bytes());
    }

    @Test
    void an_xmp_packet_of_references_without_an_end() {
        endsInTime(
                PngFixture.of(4, 3).xmp(Bytes.of("<x>" + "&".repeat(2_000_000))).bytes());
    }

    @Test
    void an_xmp_packet_of_declarations() {
        endsInTime(
                PngFixture.of(4, 3).xmp(Bytes.of("<!DOCTYPE>".repeat(200_000))).bytes());
    }

    @Test
    void an_xmp_packet_of_entities_that_multiply() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'lol'>");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY a" + i + " '&a" + (i - 1) + ";&a" + (i - 1) + ";'>");
        }
        endsInTime(PngFixture.of(4, 3)
                .xmp(Bytes.of(xml + "]><x><dc:title>&a29;</dc:title></x>"))
                .bytes());
    }

    @Test
    void a_png_of_empty_chunks() {
        PngFixture png = PngFixture.of(4, 3);
        for (int i = 0; i < 200_000; i++) {
            png.chunk("tEXt", new Bytes());
        }
        endsInTime(png.bytes());
    }

    @Test
    void a_tiff_of_crowded_pages() {
        Bytes tiff = Bytes.of("II").u16le(42).u32le(8);
        for (int page = 0; page < 100; page++) {
            tiff.u16le(1000);
            for (int tag = 0; tag < 1000; tag++) {
                tiff.u16le(256 + tag).u16le(4).u32le(1).u32le(40);
            }
            tiff.u32le(tiff.length() + 4);
        }
        endsInTime(tiff);
    }

    @Test
    void a_heif_of_countless_properties() {
        Bytes heif = HeifFixture.of("heic", 40, 30).bytes();
        Bytes properties = new Bytes();
        for (int i = 0; i < 400_000; i++) {
            properties.u32(8).text("free");
        }
        Bytes meta =
                new Bytes().fullBox("pitm", 0, 0, new Bytes().u16(1)).box("iprp", new Bytes().box("ipco", properties));
        endsInTime(new Bytes().add(Arrays.copyOf(heif.array(), 24)).fullBox("meta", 0, 0, meta));
    }

    @Test
    void a_jpeg_of_countless_comments() {
        JpegFixture jpeg = new JpegFixture();
        for (int i = 0; i < 300_000; i++) {
            jpeg.segment(0xfe, Bytes.of("c"));
        }
        endsInTime(jpeg.frame(4, 3));
    }

    private static void endsInTime(JpegFixture jpeg) {
        endsInTime(jpeg.bytes());
    }

    private static void endsInTime(Bytes bomb) {
        BytesSource source = new BytesSource(bomb.array());
        long allocated = allocated();
        long start = cpu();
        assertThat(new ContainerReader().read(source)).isNotNull();
        assertThat(Duration.ofNanos(cpu() - start)).isLessThan(TIME);
        assertThat(allocated() - allocated).isLessThan(MEMORY);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
