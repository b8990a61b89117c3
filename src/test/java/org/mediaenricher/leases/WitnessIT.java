package org.mediaenricher.leases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Testbed;

/**
 * A node that let go of its lifeline and missed its heartbeats is dead where another came through all the while, and
 * not where the database may have stood still. Each test is a transaction of which nothing stays.
 */
class WitnessIT {
    private static final long SILENT = 1_000_000_001L;

    /** Silent for 15 s of its 30; nobody holds the lock of that incarnation. */
    private static final String SILENT_NODE = """
            insert into enricher.nodes (name, incarnation, version, started_at, seen_at, lease_until, lifeline)
            values ('silent', ?, '1', now() - interval '1 hour', clock_timestamp() - interval '15 seconds',
                    clock_timestamp() + interval '15 seconds', true)
            """;

    private static final String WITNESS = """
            insert into enricher.nodes (name, incarnation, version, started_at, seen_at, lease_until, steady_since)
            values ('witness', ?, '1', now(), clock_timestamp() - cast(? as interval),
                    clock_timestamp() + interval '30 seconds', clock_timestamp() - cast(? as interval))
            """;

    /** After a start of the database nobody is judged by his lifeline for 30 s: all sessions ended with it. */
    private static final String STARTED_LONG_AGO = """
            select pg_postmaster_start_time() < clock_timestamp() - interval '30 seconds' as long_ago
            """;

    private Connection superuser;

    @BeforeAll
    static void the_database_was_not_started_just_now() throws SQLException {
        try (Connection anybody = Testbed.sandbox().database().superuser()) {
            Awaitility.await("30 s since the database's start")
                    .pollInSameThread()
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            (Boolean) Rows.of(anybody, STARTED_LONG_AGO).get(0).get("long_ago"));
        }
    }

    @BeforeEach
    void a_silent_node_alone() throws SQLException {
        superuser = Testbed.sandbox().database().superuser();
        superuser.setAutoCommit(false);
        Rows.of(superuser, "delete from enricher.nodes");
        Rows.of(superuser, SILENT_NODE, SILENT);
    }

    @AfterEach
    void nothing_stays() throws SQLException {
        superuser.rollback();
        superuser.close();
    }

    @Test
    void it_is_dead_where_another_was_there_all_the_while() {
        witness("1 second", "1 minute");
        assertThat(alive()).isFalse();
    }

    @Test
    void it_has_its_whole_lease_where_nobody_else_was_there() {
        assertThat(alive()).isTrue();
    }

    @Test
    void it_has_its_whole_lease_where_the_other_comes_again_after_a_gap() {
        witness("1 second", "1 second");
        assertThat(alive()).isTrue();
    }

    @Test
    void it_has_its_whole_lease_where_the_other_has_not_come_since_either() {
        witness("15 seconds", "1 hour");
        assertThat(alive()).isTrue();
    }

    @Test
    void it_is_dead_at_the_end_of_its_lease_whoever_was_there() {
        Rows.of(superuser, "update enricher.nodes set lease_until = clock_timestamp() - interval '1 second'");
        assertThat(alive()).isFalse();
    }

    private void witness(String seen, String steady) {
        Rows.of(superuser, WITNESS, SILENT + 1, seen, steady);
    }

    private boolean alive() {
        return (Boolean) Rows.of(superuser, "select enricher.is_alive(?) as alive", SILENT)
                .get(0)
                .get("alive");
    }
}
