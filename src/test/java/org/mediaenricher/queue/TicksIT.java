package org.mediaenricher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Archives;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.tenancy.RowScope;

/**
 * Ticks at chosen times, in the server itself. They lie years ahead, so that the ring, which goes by the clock, has none
 * of them; and the kind is paused, so that no job ends.
 */
@ArquillianTest
class TicksIT {
    private static final String SERVICE = "{\"role\":\"service_role\"}";
    private static final String ENTER = "select set_config('role', ?, true), set_config('request.jwt.claims', ?, true)";
    private static final String KIND = "backfill-bucket";
    private static final Instant NEW_YEAR = Instant.parse("2031-01-01T00:00:00Z");

    @Resource(lookup = "java:jboss/datasources/MediaEnricher")
    private DataSource database;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Ticks ticks;

    private final UUID tenant = UUID.randomUUID();

    @Deployment
    static WebArchive archive() {
        return Archives.application().addClass(Rows.class);
    }

    @BeforeEach
    void let_no_job_end() throws Exception {
        service(
                "insert into public.job_pauses (tenant_id, kind, paused_by, reason) values (?, ?, 'a test', 'x')",
                tenant,
                KIND);
    }

    @Test
    void of_two_who_want_a_tick_at_once_one_has_it() throws Exception {
        UUID id = schedule("0 0 * * *", "UTC", NEW_YEAR);
        for (int round = 0; round < 50; round++) {
            Instant due = NEW_YEAR.plus(Duration.ofDays(round));
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<Boolean>> wanted = new ArrayList<>();
            for (String node : new String[] {"one", "other"}) {
                wanted.add(threads.submit(() -> {
                    Ticks.Due same = due(id, "0 0 * * *", "UTC", due, due);
                    start.await();
                    return fire(same, node);
                }));
            }
            assertThat(wanted.get(0).get() ^ wanted.get(1).get())
                    .as("round %d", round)
                    .isTrue();
            assertThat(ticksOf(id)).hasSize(round + 1);
        }
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void all_ticks_that_were_missed_are_made_up_for_by_one() throws Exception {
        UUID id = schedule("0 * * * *", "UTC", NEW_YEAR);
        Instant now = NEW_YEAR.plus(Duration.ofHours(29)).plusSeconds(1800);
        assertThat(fire(due(id, "0 * * * *", "UTC", NEW_YEAR, now), "one")).isTrue();
        assertThat(ticksOf(id))
                .singleElement()
                .satisfies(tick -> assertThat(tick)
                        .containsEntry("due_at", Timestamp.from(NEW_YEAR.plus(Duration.ofHours(29))))
                        .containsEntry("catch_up", true)
                        .containsEntry("missed", 29)
                        .containsEntry("node", "one"));
        assertThat(nextOf(id)).isEqualTo(NEW_YEAR.plus(Duration.ofHours(30)));
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void a_fixed_hour_fires_once_in_both_nights_when_clocks_change() throws Exception {
        assertThat(fired("2031-03-29T12:00:00Z", "2031-03-31T12:00:00Z"))
                .containsExactly(Instant.parse("2031-03-30T01:30:00Z"), Instant.parse("2031-03-31T00:30:00Z"));
        assertThat(fired("2031-10-25T12:00:00Z", "2031-10-27T12:00:00Z"))
                .containsExactly(Instant.parse("2031-10-26T00:30:00Z"), Instant.parse("2031-10-27T01:30:00Z"));
    }

    @Test
    void a_tick_whose_forerunner_s_job_is_still_to_be_done_is_noted_as_skipped() throws Exception {
        UUID id = schedule("0 0 * * *", "UTC", NEW_YEAR);
        fire(due(id, "0 0 * * *", "UTC", NEW_YEAR, NEW_YEAR), "one");
        Instant next = NEW_YEAR.plus(Duration.ofDays(1));
        fire(due(id, "0 0 * * *", "UTC", next, next), "one");
        List<Map<String, Object>> both = ticksOf(id);
        assertThat(both).extracting(tick -> tick.get("outcome")).containsExactly("available", "skipped");
        assertThat(both.get(1).get("job_id")).isEqualTo(both.get(0).get("job_id"));
        service("delete from public.jobs where tenant_id = ?", tenant);
        Instant third = next.plus(Duration.ofDays(1));
        fire(due(id, "0 0 * * *", "UTC", third, third), "one");
        assertThat(ticksOf(id).get(2)).containsEntry("outcome", "available");
    }

    @Test
    void whoever_looked_before_it_was_paused_edited_or_removed_has_nothing() throws Exception {
        for (String change : new String[] {
            "update public.schedules set enabled = false, next_at = null where id = ?",
            "update public.schedules set expression = '0 0 * * 1-7' where id = ?",
            "update public.schedules set zone = 'Etc/UTC' where id = ?",
            "delete from public.schedules where id = ?"
        }) {
            UUID id = schedule("0 0 * * *", "UTC", NEW_YEAR);
            Ticks.Due seen = due(id, "0 0 * * *", "UTC", NEW_YEAR, NEW_YEAR);
            service(change, id);
            assertThat(fire(seen, "one")).as(change).isFalse();
            assertThat(ticksOf(id)).isEmpty();
        }
        assertThat(jobs()).isEmpty();
    }

    @Test
    void a_clock_that_is_set_back_brings_no_tick_twice() throws Exception {
        UUID id = schedule("0 0 * * *", "UTC", NEW_YEAR);
        Ticks.Due first = due(id, "0 0 * * *", "UTC", NEW_YEAR, NEW_YEAR);
        fire(first, "one");
        service("delete from public.jobs where tenant_id = ?", tenant);
        service("update public.schedules set next_at = ? where id = ?", Timestamp.from(NEW_YEAR), id);
        fire(first, "one");
        assertThat(ticksOf(id)).hasSize(1);
        assertThat(jobs()).isEmpty();
        assertThat(nextOf(id)).isEqualTo(NEW_YEAR.plus(Duration.ofDays(1)));
    }

    @Test
    void what_is_never_due_again_has_no_next_tick() throws Exception {
        UUID id = schedule("0 0 31 2 *", "UTC", NEW_YEAR);
        assertThat(fire(due(id, "0 0 31 2 *", "UTC", NEW_YEAR, NEW_YEAR), "one"))
                .isTrue();
        assertThat(service("select next_at from public.schedules where id = ?", id)
                        .get(0)
                        .get("next_at"))
                .isNull();
    }

    @Test
    void what_is_paused_or_of_a_kind_nobody_here_handles_is_not_due() throws Exception {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        UUID unknown = schedule("0 0 * * *", "UTC", longAgo, "do-nothing");
        UUID paused = schedule("0 0 * * *", "UTC", NEW_YEAR);
        service("update public.schedules set enabled = false, next_at = null where id = ?", paused);
        assertThat(due(Set.of(KIND))).doesNotContain(unknown, paused);
        assertThat(due(Set.of("do-nothing"))).contains(unknown);
    }

    /** Rings every half hour from one time to another, and answers the ticks. */
    private List<Instant> fired(String from, String to) throws Exception {
        Timetable timetable = Timetable.of("30 2 * * *", "Europe/Berlin");
        Instant begin = Instant.parse(from);
        UUID id = schedule(
                "30 2 * * *", "Europe/Berlin", timetable.nextAfter(begin).orElseThrow());
        for (Instant now = begin; now.isBefore(Instant.parse(to)); now = now.plusSeconds(1800)) {
            Instant next = nextOf(id);
            if (!next.isAfter(now)) {
                fire(due(id, "30 2 * * *", "Europe/Berlin", next, now), "one");
            }
        }
        return ticksOf(id).stream()
                .map(tick -> ((Timestamp) tick.get("due_at")).toInstant())
                .toList();
    }

    private Ticks.Due due(UUID id, String expression, String zone, Instant next, Instant now) {
        return new Ticks.Due(tenant, id, expression, zone, next, now);
    }

    private List<UUID> due(Set<String> kinds) {
        return RowScope.service()
                .within(() -> ticks.due(kinds).stream().map(Ticks.Due::id).toList());
    }

    private boolean fire(Ticks.Due due, String node) {
        return RowScope.service().within(() -> ticks.fire(due, due.timetable().turn(due.next(), due.now()), node));
    }

    private UUID schedule(String expression, String zone, Instant next) throws Exception {
        return schedule(expression, zone, next, KIND);
    }

    private UUID schedule(String expression, String zone, Instant next, String kind) throws Exception {
        UUID id = UUID.randomUUID();
        service(
                "insert into public.schedules (tenant_id, id, name, expression, zone, kind, payload, next_at, created_by,"
                        + " updated_by) values (?, ?, ?, ?, ?, ?, '{\"bucket\":\"b\"}', ?, 'x', 'x')",
                tenant,
                id,
                id.toString(),
                expression,
                zone,
                kind,
                Timestamp.from(next));
        return id;
    }

    private List<Map<String, Object>> ticksOf(UUID id) throws Exception {
        return service("select * from public.schedule_history where schedule_id = ? order by due_at", id);
    }

    private Instant nextOf(UUID id) throws Exception {
        return ((Timestamp) service("select next_at from public.schedules where id = ?", id)
                        .get(0)
                        .get("next_at"))
                .toInstant();
    }

    private List<Map<String, Object>> jobs() throws Exception {
        return service("select id from public.jobs where tenant_id = ?", tenant);
    }

    private List<Map<String, Object>> service(String sql, Object... values) throws Exception {
        transaction.begin();
        try (Connection connection = database.getConnection()) {
            Rows.of(connection, ENTER, "service_role", SERVICE);
            return Rows.of(connection, sql, values);
        } finally {
            transaction.commit();
        }
    }
}
