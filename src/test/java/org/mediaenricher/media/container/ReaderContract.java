package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediaenricher.media.BoundedReading;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.RangedSource;

/**
 * What every reader owes: whatever is done to a good file, the outcome is facts or a coded reason, at a
 * bounded price. Each reader's test is its fuzz target as well: {@code mvn -Pfuzz -Dfuzz=JpegReaderTest}
 * goes on from the samples, and {@code verify} replays what fuzzing found, kept among the resources.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReaderContract {
    private static final int LONGEST_TRIED = 1500;
    private static final long[] LENGTHS = {0, 0x7fffffffL, 0xffffffffL};

    /** Good files, small, that between them take every branch of the reader. */
    abstract List<Bytes> samples();

    Stream<byte[]> seeds() {
        return samples().stream().map(Bytes::array);
    }

    @MethodSource("seeds")
    @FuzzTest
    void any_bytes_end_in_facts_or_a_coded_reason(byte[] bytes) {
        BoundedReading.of(bytes);
    }

    @Test
    void every_sample_is_read() {
        for (Bytes sample : samples()) {
            assertThat(BoundedReading.of(sample.array())).isInstanceOf(MediaFacts.class);
        }
    }

    @Test
    void any_prefix_ends_in_facts_or_a_coded_reason() {
        for (Bytes sample : samples()) {
            byte[] whole = sample.array();
            for (int length = 0; length < Math.min(whole.length, LONGEST_TRIED); length++) {
                BoundedReading.of(Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void any_flipped_byte_ends_in_facts_or_a_coded_reason() {
        for (Bytes sample : samples()) {
            byte[] bytes = sample.array();
            for (int i = 0; i < Math.min(bytes.length, LONGEST_TRIED); i++) {
                byte good = bytes[i];
                for (int flip : new int[] {0x01, 0xff}) {
                    bytes[i] = (byte) (good ^ flip);
                    BoundedReading.of(bytes);
                }
                bytes[i] = good;
            }
        }
    }

    @Test
    void any_length_field_replaced_ends_in_facts_or_a_coded_reason() {
        for (Bytes sample : samples()) {
            byte[] good = sample.array();
            for (int at = 0; at < Math.min(good.length, LONGEST_TRIED) - 4; at++) {
                for (long length : LENGTHS) {
                    BoundedReading.of(replaced(good, at, 4, length));
                }
            }
        }
    }

    @Test
    void many_changes_at_once_end_in_facts_or_a_coded_reason() {
        Random random = new Random(42);
        for (Bytes sample : samples()) {
            for (int round = 0; round < 300; round++) {
                byte[] bytes = sample.array();
                for (int change = random.nextInt(20); change >= 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                BoundedReading.of(bytes);
            }
        }
    }

    @Test
    void a_failure_of_the_store_passes_through_untouched() {
        for (Bytes sample : samples()) {
            UncheckedIOException away = new UncheckedIOException(new IOException("store away"));
            assertThatThrownBy(() -> new ContainerReader().read(new FailingSource(sample.length(), away)))
                    .isSameAs(away);
        }
    }

    private static byte[] replaced(byte[] good, int at, int bytes, long value) {
        byte[] changed = good.clone();
        for (int i = 0; i < bytes; i++) {
            changed[at + i] = (byte) (value >> 8 * (bytes - 1 - i));
        }
        return changed;
    }

    /** A store that is away. */
    private record FailingSource(long size, RuntimeException failure) implements RangedSource {
        @Override
        public int read(long offset, byte[] into, int from, int length) {
            throw failure;
        }
    }
}
