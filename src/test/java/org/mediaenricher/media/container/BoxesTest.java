package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.BytesSource;

class BoxesTest {
    @Test
    void boxes_follow_each_other_and_lie_in_each_other() {
        Bytes file = new Bytes().box("ftyp", Bytes.of("abcd")).box("moov", new Bytes().box("trak", Bytes.of(1)));
        ByteWindow window = window(file);
        List<Box> boxes = Boxes.ofFile(window).all();
        assertThat(boxes).extracting(Box::length).containsExactly(4L, 9L);
        assertThat(Boxes.child(window, boxes.get(1), "trak")).isPresent();
        assertThat(Boxes.child(window, boxes.get(1), "udta")).isEmpty();
    }

    @Test
    void a_size_of_one_means_eight_bytes_of_size() {
        Bytes file = new Bytes().u32(1).text("mdat").u64(18).u16(0).box("free", new Bytes());
        List<Box> boxes = Boxes.ofFile(window(file)).all();
        assertThat(boxes).extracting(Box::length).containsExactly(2L, 0L);
    }

    @Test
    void a_size_of_zero_reaches_to_the_end() {
        Bytes file = new Bytes().u32(0).text("mdat").zeros(100);
        assertThat(Boxes.ofFile(window(file)).all()).extracting(Box::end).containsExactly(108L);
    }

    @Test
    void a_box_longer_than_its_parent_is_cut_at_its_end() {
        Bytes file = new Bytes().u32(1000).text("mdat").zeros(10);
        assertThat(Boxes.ofFile(window(file)).all()).extracting(Box::end).containsExactly(18L);
    }

    @Test
    void a_box_shorter_than_its_header_is_malformed() {
        Bytes file = new Bytes().u32(7).text("mdat").zeros(10);
        assertThatThrownBy(() -> Boxes.ofFile(window(file)).all()).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_size_that_overflows_is_cut_or_malformed() {
        Bytes longest = new Bytes().u32(1).text("mdat").u64(Long.MAX_VALUE).zeros(10);
        assertThat(Boxes.ofFile(window(longest)).all()).hasSize(1);
        Bytes negative = new Bytes().u32(1).text("mdat").u64(-1).zeros(10);
        assertThatThrownBy(() -> Boxes.ofFile(window(negative)).all()).isInstanceOf(Unreadable.class);
    }

    private static ByteWindow window(Bytes bytes) {
        return new ByteWindow(new BytesSource(bytes.array()), new BlockPool(), Limits.DEFAULT);
    }
}
