package org.mediaenricher.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.crash.Field;
import org.mediaenricher.crash.KilledMidMove;
import org.mediaenricher.crash.QueueScenarios;
import org.mediaenricher.crash.Scenario;
import org.mediaenricher.crash.SharedFate;
import org.mediaenricher.crash.Toll;
import org.mediaenricher.crash.UnheardClaim;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.Testbed;

/** The scenarios of {@code mvn -Pcrash}, cut short and on one node: nothing is lost, and nothing is done twice. */
@TestInstance(Lifecycle.PER_CLASS)
class QueueCrashIT {
    private final Field field = new Field(Testbed.sandbox().folder().resolve("queue-crash"));

    @AfterAll
    void end() {
        field.close();
    }

    @Test
    void the_real_process_killed_in_the_middle_of_its_jobs() throws Exception {
        tryOut(QueueScenarios.killLoop(600, 1));
    }

    @Test
    void the_real_process_killed_in_the_middle_of_jobs_that_share_transactions() throws Exception {
        tryOut(QueueScenarios.killLoopTogether(3000, 1));
    }

    @Test
    void the_real_process_killed_in_the_move_to_the_dead_letters_and_back() throws Exception {
        tryOut(new KilledMidMove(4));
    }

    @Test
    void jobs_that_share_a_transaction_with_one_that_is_called_off_or_taken_away_or_does_not_end() throws Exception {
        tryOut(new SharedFate(12));
    }

    @Test
    void every_session_of_the_server_cut_off() throws Exception {
        tryOut(QueueScenarios.cutSessions(6000, 2));
    }

    @Test
    void a_session_cut_off_when_it_had_claimed_and_nobody_had_heard() throws Exception {
        tryOut(new UnheardClaim(20));
    }

    @Test
    void a_server_told_to_end_in_the_middle_of_its_jobs() throws Exception {
        tryOut(QueueScenarios.orderly(3000, 1));
    }

    @Test
    void a_job_that_nobody_was_told_of_is_found_by_the_poll() throws Exception {
        field.node("a");
        String name = Field.prefix("untold");
        field.rows("""
                insert into public.jobs (tenant_id, kind, payload)
                values (?, 'act-in-transaction', jsonb_build_object('act', 'write', 'name', ?))
                """, Sandbox.TENANT, name);
        field.awaitDone(name, 1);
    }

    private void tryOut(Scenario scenario) throws Exception {
        Toll toll = scenario.on(field);
        assertThat(toll.good()).as(toll.toString()).isTrue();
    }
}
