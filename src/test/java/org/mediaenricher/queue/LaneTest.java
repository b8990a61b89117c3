package org.mediaenricher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    @Test
    void a_kind_that_shares_no_transaction_begins_job_by_job() {
        Lane lane = lane(JobKind.named("x").atOnce(1, 10));
        lane.add(jobs(ONE, 1, 3));
        assertThat(begun(lane)).containsExactly(List.of(1L), List.of(2L), List.of(3L));
    }

    @Test
    void as_many_share_a_transaction_as_may_and_none_of_another_tenant() {
        Lane lane = lane(JobKind.named("x").atOnce(1, 10).together(3));
        List<ClaimedJob> jobs = jobs(ONE, 1, 5);
        jobs.addAll(jobs(OTHER, 6, 7));
        lane.add(jobs);
        assertThat(begun(lane)).containsExactly(List.of(1L, 2L, 3L), List.of(4L, 5L), List.of(6L, 7L));
    }

    @Test
    void each_thread_is_left_its_part_of_few() {
        Lane lane = lane(JobKind.named("x").atOnce(4, 10).together(20));
        lane.add(jobs(ONE, 1, 6));
        assertThat(begun(lane)).containsExactly(List.of(1L, 2L), List.of(3L), List.of(4L), List.of(5L), List.of(6L));
    }

    @Test
    void what_was_undone_with_others_is_tried_alone_and_first() {
        Lane lane = lane(JobKind.named("x").atOnce(1, 10).together(3));
        lane.add(jobs(ONE, 1, 4));
        Attempt undone = lane.begin().orElseThrow();
        assertThat(lane.addApart(undone.jobs())).hasValue(0);
        lane.ended(undone);
        assertThat(lane.holdsNothing()).isFalse();
        assertThat(begun(lane)).containsExactly(List.of(1L), List.of(2L), List.of(3L), List.of(4L));
    }

    @Test
    void every_job_counts_for_what_is_held() {
        Lane lane = lane(JobKind.named("x").atOnce(1, 9).together(5));
        lane.add(jobs(ONE, 1, 6));
        assertThat(lane.begin().orElseThrow().jobs()).hasSize(5);
        assertThat(lane.wanted()).isEqualTo(4);
    }

    @Test
    void a_closed_lane_gives_out_what_was_not_begun_and_takes_nothing_back() {
        Lane lane = lane(JobKind.named("x").atOnce(1, 10).together(2));
        lane.add(jobs(ONE, 1, 5));
        Attempt undone = lane.begin().orElseThrow();
        lane.addApart(jobs(OTHER, 7, 7));
        assertThat(lane.close()).extracting(ClaimedJob::id).containsExactly(3L, 4L, 5L, 7L);
        assertThat(lane.addApart(undone.jobs())).isEmpty();
    }

    /** All it holds, attempt by attempt, by one thread. */
    private static List<List<Long>> begun(Lane lane) {
        List<List<Long>> all = new ArrayList<>();
        for (Optional<Attempt> next = lane.begin(); next.isPresent(); next = lane.begin()) {
            all.add(next.get().jobs().stream().map(ClaimedJob::id).toList());
            lane.ended(next.get());
        }
        return all;
    }

    private static List<ClaimedJob> jobs(UUID tenant, long from, long to) {
        return new ArrayList<>(LongStream.rangeClosed(from, to)
                .mapToObj(id -> new ClaimedJob(tenant, id, 1, "{}", 1, 5, 0, 0, Optional.empty(), 1))
                .toList());
    }

    private static Lane lane(JobKind kind) {
        return new Lane(new JobHandler<JsonObject>() {
            @Override
            public JobKind kind() {
                return kind;
            }

            @Override
            public JsonObject decode(int version, JsonObject payload) {
                return payload;
            }

            @Override
            public Outcome handle(Job<JsonObject> job) {
                return Outcome.done();
            }
        });
    }
}
