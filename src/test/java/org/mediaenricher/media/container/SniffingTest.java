package org.mediaenricher.media.container;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediaenricher.media.BoundedReading;

/** The fuzz target of the search for a format: beginnings of every format, and of none. */
class SniffingTest {
    private static final int BEGINNING = 64;

    static Stream<byte[]> beginnings() {
        List<ReaderContract> readers = List.of(
                new JpegReaderTest(),
                new PngReaderTest(),
                new GifReaderTest(),
                new WebpReaderTest(),
                new HeifReaderTest(),
                new TiffReaderTest(),
                new MovieReaderTest(),
                new MatroskaReaderTest(),
                new WaveReaderTest(),
                new AviReaderTest(),
                new OggReaderTest(),
                new FlacReaderTest(),
                new AmrReaderTest(),
                new Id3v2Test(),
                new SvgReaderTest(),
                new AdtsReaderTest(),
                new MpegAudioReaderTest());
        return readers.stream()
                .flatMap(ReaderContract::seeds)
                .map(whole -> Arrays.copyOf(whole, Math.min(whole.length, BEGINNING)));
    }

    @MethodSource("beginnings")
    @FuzzTest
    void any_bytes_end_in_facts_or_a_coded_reason(byte[] bytes) {
        BoundedReading.of(bytes);
    }
}
