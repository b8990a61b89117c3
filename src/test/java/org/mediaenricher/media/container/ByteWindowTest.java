package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.RangedSource;

class ByteWindowTest {
    private static final int BLOCK = 64 * 1024;

    @Test
    void numbers_are_read_in_both_byte_orders() {
        ByteWindow window = window(Bytes.of(1, 2, 3, 4, 5, 6, 7, 8).array());
        assertThat(window.u16(0)).isEqualTo(0x0102);
        assertThat(window.u16le(0)).isEqualTo(0x0201);
        assertThat(window.u24(0)).isEqualTo(0x010203);
        assertThat(window.u24le(0)).isEqualTo(0x030201);
        assertThat(window.u32(0)).isEqualTo(0x01020304);
        assertThat(window.u32le(0)).isEqualTo(0x04030201);
        assertThat(window.i64(0)).isEqualTo(0x0102030405060708L);
        assertThat(window.i64le(0)).isEqualTo(0x0807060504030201L);
    }

    @Test
    void the_head_is_fetched_once() {
        CountingSource source = new CountingSource(new byte[BLOCK]);
        ByteWindow window = window(source);
        window.u8(0);
        window.u32(BLOCK - 4);
        window.u8(1);
        assertThat(source.calls()).isEqualTo(1);
    }

    @Test
    void bytes_across_a_blocks_end_are_joined_and_not_fetched_again() {
        byte[] bytes = new byte[4 * BLOCK];
        bytes[BLOCK - 1] = 1;
        bytes[BLOCK] = 2;
        CountingSource source = new CountingSource(bytes);
        ByteWindow window = window(source);
        window.u8(0);
        assertThat(window.u16(BLOCK - 1)).isEqualTo(0x0102);
        assertThat(source.calls()).isEqualTo(2);
        assertThat(source.read()).isEqualTo(3L * BLOCK);
    }

    @Test
    void a_hop_fetches_one_block_there_and_the_way_back_nothing() {
        CountingSource source = new CountingSource(new byte[100 * BLOCK]);
        ByteWindow window = window(source);
        window.u8(0);
        window.u8(50L * BLOCK);
        window.u8(3);
        assertThat(source.calls()).isEqualTo(2);
        assertThat(source.read()).isEqualTo(2L * BLOCK);
    }

    @Test
    void beyond_the_end_is_truncated() {
        ByteWindow window = window(new byte[4]);
        assertFails(FailureCode.TRUNCATED, () -> window.u16(3));
        assertFails(FailureCode.TRUNCATED, () -> window.u8(Long.MAX_VALUE));
        assertFails(FailureCode.TRUNCATED, () -> window.u8(-1));
        assertFails(FailureCode.TRUNCATED, () -> window.bytes(0, 5));
    }

    @Test
    void more_bytes_than_the_limit_are_not_even_asked_for() {
        CountingSource source = new CountingSource(new byte[10 * BLOCK]);
        ByteWindow window = new ByteWindow(source, new BlockPool(), new Limits(5 * BLOCK, 10, 10));
        assertFails(FailureCode.TOO_LARGE, () -> window.slice(0, 6 * BLOCK));
        assertThat(source.calls()).isZero();
    }

    @Test
    void more_calls_than_the_limit_are_not_made() {
        CountingSource source = new CountingSource(new byte[10 * BLOCK]);
        ByteWindow window = new ByteWindow(source, new BlockPool(), new Limits(100 * BLOCK, 1, 10));
        window.u8(0);
        assertThat(window.affords(1)).isFalse();
        assertFails(FailureCode.TOO_LARGE, () -> window.u8(5 * BLOCK));
        assertThat(source.calls()).isEqualTo(1);
    }

    @Test
    void steps_are_limited() {
        ByteWindow window = new ByteWindow(new CountingSource(new byte[1]), new BlockPool(), new Limits(1, 1, 2));
        window.step();
        window.step();
        assertFails(FailureCode.TOO_LARGE, window::step);
    }

    @Test
    void a_source_with_fewer_bytes_than_it_said_is_truncated() {
        RangedSource shrunk = new RangedSource() {
            @Override
            public long size() {
                return 10;
            }

            @Override
            public int read(long offset, byte[] into, int from, int length) {
                return offset < 4 ? (int) (4 - offset) : 0;
            }
        };
        assertFails(FailureCode.TRUNCATED, () -> window(shrunk).u8(0));
    }

    @Test
    void a_source_that_answers_in_small_parts_is_read_on() {
        RangedSource slow = new RangedSource() {
            @Override
            public long size() {
                return 10;
            }

            @Override
            public int read(long offset, byte[] into, int from, int length) {
                into[from] = (byte) offset;
                return 1;
            }
        };
        assertThat(window(slow).u16(8)).isEqualTo(0x0809);
    }

    private static ByteWindow window(byte[] bytes) {
        return window(new CountingSource(bytes));
    }

    private static ByteWindow window(RangedSource source) {
        return new ByteWindow(source, new BlockPool(), Limits.DEFAULT);
    }

    private static void assertFails(FailureCode code, Runnable access) {
        assertThatThrownBy(access::run)
                .isInstanceOfSatisfying(
                        Unreadable.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
