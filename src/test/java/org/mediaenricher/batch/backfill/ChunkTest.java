package org.mediaenricher.batch.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.assets.Outcome;
import org.mediaenricher.runs.Slice;
import org.mediaenricher.runs.Tally;
import org.mediaenricher.storage.StoredObject;

class ChunkTest {
    private final Slice first = new Slice(0, "", "c", 3, "", 0, 1);
    private final Slice second = new Slice(1, "c", "f", 3, "d", 1, 2);

    @Test
    void counts_each_outcome_once() {
        Chunk chunk = Chunk.of(List.of(
                one(first, failed("a")), one(first, new Outcome.Skipped("b")), one(first, new Outcome.Gone("c"))));
        assertThat(chunk.tally()).isEqualTo(new Tally(0, 1, 2, 0));
        assertThat(chunk.resolved).containsExactly("c");
    }

    @Test
    void moves_a_slice_to_its_last_key() {
        Chunk chunk = Chunk.of(List.of(one(first, failed("a")), one(first, failed("b"))));
        Chunk.Move move = chunk.moves.get(first);
        assertThat(move.lastKey).isEqualTo("b");
        assertThat(move.objects).isEqualTo(2);
        assertThat(move.done).isFalse();
    }

    @Test
    void ends_one_slice_and_begins_the_next() {
        Chunk chunk = Chunk.of(List.of(one(first, failed("c")), new Processed.End(first, 3), one(second, failed("e"))));
        assertThat(chunk.moves.keySet()).containsExactly(first, second);
        assertThat(chunk.moves.get(first).done).isTrue();
        assertThat(chunk.moves.get(second).done).isFalse();
    }

    @Test
    void a_slice_without_objects_left_ends_where_it_stood() {
        Chunk chunk = Chunk.of(List.of(new Processed.End(second, 0)));
        assertThat(chunk.moves.get(second).lastKey).isEqualTo("d");
    }

    @Test
    void corrects_the_total_by_what_came_and_went_since_the_survey() {
        assertThat(Chunk.of(List.of(new Processed.End(first, 5))).tally().unplanned())
                .isEqualTo(2);
        assertThat(Chunk.of(List.of(new Processed.End(second, 1))).tally().unplanned())
                .isEqualTo(-1);
    }

    private static Processed one(Slice slice, Outcome outcome) {
        return new Processed.One(slice, outcome);
    }

    private static Outcome failed(String path) {
        return new Outcome.Failed(new StoredObject(path, 1, "e", Instant.EPOCH), "truncated", "It ends too soon.");
    }
}
