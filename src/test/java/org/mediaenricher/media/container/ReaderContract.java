package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FactsJson;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.MediaReading;
import org.mediaenricher.media.RangedSource;
import org.mediaenricher.media.UnreadableMedia;

/** What every reader owes: whatever is done to a good file, the outcome is facts or a coded reason, at a bounded price. */
abstract class ReaderContract {
    private static final long MEMORY = 64 << 20;
    private static final int LONGEST_TRIED = 1500;
    private static final long[] LENGTHS = {0, 0x7fffffffL, 0xffffffffL};

    /** Good files, small, that between them take every branch of the reader. */
    abstract List<Bytes> samples();

    @Test
    void every_sample_is_read() {
        for (Bytes sample : samples()) {
            assertThat(read(sample.array())).isInstanceOf(MediaFacts.class);
        }
    }

    @Test
    void any_prefix_ends_in_facts_or_a_coded_reason() {
        for (Bytes sample : samples()) {
            byte[] whole = sample.array();
            for (int length = 0; length < Math.min(whole.length, LONGEST_TRIED); length++) {
                read(Arrays.copyOf(whole, length));
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
                    read(bytes);
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
                    read(replaced(good, at, 4, length));
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
                read(bytes);
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

    private static MediaReading read(byte[] bytes) {
        long before = allocated();
        MediaReading reading = Readings.of(bytes);
        if (reading instanceof MediaFacts facts) {
            assertThat(FactsJson.text(facts)).startsWith("{");
            assertThat(facts.tags()).doesNotContainNull();
        } else if (reading instanceof UnreadableMedia unreadable) {
            assertThat(unreadable.code()).as(unreadable.sentence()).isNotEqualTo(FailureCode.INTERNAL);
        }
        assertThat(allocated() - before).isLessThan(MEMORY);
        return reading;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** A store that is away. */
    private record FailingSource(long size, RuntimeException failure) implements RangedSource {
        @Override
        public int read(long offset, byte[] into, int from, int length) {
            throw failure;
        }
    }
}
