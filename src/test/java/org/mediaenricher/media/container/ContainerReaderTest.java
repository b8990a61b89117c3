package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.BytesSource;
import org.mediaenricher.media.FactsJson;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.MediaReading;
import org.mediaenricher.media.RangedSource;
import org.mediaenricher.media.UnreadableMedia;

class ContainerReaderTest {
    private final ContainerReader reader = new ContainerReader();

    @Test
    void an_object_without_bytes_is_empty() {
        assertThat(Readings.failure(new Bytes()).code()).isEqualTo(FailureCode.EMPTY);
    }

    @Test
    void bytes_of_no_known_format_are_unsupported() {
        assertThat(Readings.failure(Bytes.of("Dear Sir or Madam,")).code()).isEqualTo(FailureCode.UNSUPPORTED);
    }

    @Test
    void a_reason_is_one_sentence_on_one_line() {
        UnreadableMedia failure = Readings.failure(Bytes.of("Dear Sir or Madam,"));
        assertThat(failure.sentence()).isNotBlank().doesNotContain("\n");
        assertThat(failure.code().word()).isEqualTo("unsupported");
    }

    @Test
    void what_was_read_before_a_cut_is_kept() {
        byte[] whole = new JpegFixture()
                .frame(40, 30)
                .segment(0xe2, new Bytes().zeros(100))
                .bytes()
                .array();
        MediaReading reading = reader.read(new BytesSource(Arrays.copyOf(whole, 40)));
        assertThat(reading).isInstanceOf(MediaFacts.class);
    }

    @Test
    void nothing_of_one_object_shows_in_the_next() {
        Bytes secret = new JpegFixture()
                .segment(0xfe, Bytes.of("secret ".repeat(200)))
                .frame(4, 3)
                .bytes();
        Bytes cut = Bytes.of(0xff, 0xd8, 0xff, 0xfe).u16(1400).text("open");
        for (int i = 0; i < 10; i++) {
            assertThat(text(secret)).contains("secret");
            assertThat(text(cut)).doesNotContain("secret");
        }
    }

    @Test
    void one_reader_serves_many_threads() {
        List<Bytes> files = IntStream.range(1, 200)
                .mapToObj(width -> new JpegFixture()
                        .xmp(XmpFixture.packet("<xmp:Label>" + width + "</xmp:Label>"))
                        .frame(width, 3)
                        .bytes())
                .toList();
        List<String> alone = files.stream().map(this::text).toList();
        assertThat(files.parallelStream().map(this::text).toList()).isEqualTo(alone);
    }

    @Test
    void small_blocks_give_the_same_facts() {
        Bytes jpeg = new JpegFixture()
                .exif(ExifFixture.camera())
                .segment(0xe2, new Bytes().zeros(20_000))
                .xmp(XmpFixture.author())
                .frame(4, 3)
                .bytes();
        assertThat(reader.read(new SmallBlocks(new BytesSource(jpeg.array()))))
                .isEqualTo(reader.read(new BytesSource(jpeg.array())));
    }

    private String text(Bytes bytes) {
        MediaReading reading = reader.read(new BytesSource(bytes.array()));
        return reading instanceof MediaFacts facts ? FactsJson.text(facts) : reading.toString();
    }

    /** A source whose calls are cheap. */
    private record SmallBlocks(RangedSource source) implements RangedSource {
        @Override
        public long size() {
            return source.size();
        }

        @Override
        public int read(long offset, byte[] into, int from, int length) {
            return source.read(offset, into, from, length);
        }

        @Override
        public int blockSize() {
            return 4096;
        }
    }
}
