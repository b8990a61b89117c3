package org.mediaenricher.batch.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediaenricher.assets.Outcome;
import org.mediaenricher.batch.backfill.ChunkBook.Written;
import org.mediaenricher.harness.Archives;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.leases.ThisNode;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.runs.Buckets;
import org.mediaenricher.runs.RunProgress;
import org.mediaenricher.runs.RunWork;
import org.mediaenricher.runs.Slice;
import org.mediaenricher.runs.Slices;
import org.mediaenricher.storage.StoredObject;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.RowSecurity;
import org.mediaenricher.tenancy.TenantId;

/** In the server itself: what commits together, and what a connection may once it is back in the pool. */
@ArquillianTest
class TransactionsIT {
    private static final String SERVICE = "{\"role\":\"service_role\"}";
    private static final String ENTER = "select set_config('role', ?, true), set_config('request.jwt.claims', ?, true)";

    @Resource(lookup = "java:jboss/datasources/MediaEnricher")
    private DataSource database;

    @Inject
    private UserTransaction transaction;

    @Inject
    private ChunkBook book;

    @Inject
    private Slices slices;

    @Inject
    private RunProgress progress;

    @Inject
    private ThisNode node;

    @Inject
    private RowSecurity security;

    @Inject
    private Buckets buckets;

    @Inject
    private JsonWebToken token;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID run = UUID.randomUUID();

    @Deployment
    static WebArchive archive() {
        return Archives.application().addClass(Rows.class);
    }

    /** A run that this node drives but does not work on, for its pause never ends. */
    @BeforeEach
    void open_a_run() throws Exception {
        service("insert into public.tenants (id, name) values (?, 'x')", tenant.value());
        service("insert into public.buckets (tenant_id, name, location) values (?, 'b', 'b')", tenant.value());
        service(
                "insert into public.media_enrich_runs (tenant_id, id, bucket, mode, trigger, started_by, status,"
                        + " surveyed, total_files, driver_incarnation, resume_at)"
                        + " values (?, ?, 'b', 'all', 'backfill', 'x', 'running', true, 2, ?, 'infinity')",
                tenant.value(),
                run,
                node.incarnation().orElseThrow().number());
        service(
                "insert into public.media_enrich_slices (tenant_id, run_id, number, after_key, last_key, object_count)"
                        + " values (?, ?, 0, '', 'b', 2)",
                tenant.value(),
                run);
    }

    @Test
    void a_chunk_whose_lease_is_held_is_written_whole() throws Exception {
        write(lease());
        assertThat(state()).containsEntry("processed_files", 1L).containsEntry("failed", 1L);
        assertThat(service("select position, processed from public.media_enrich_slices where run_id = ?", run)
                        .get(0))
                .containsEntry("position", "a")
                .containsEntry("processed", 1);
        assertThat(failures()).hasSize(1);
    }

    @Test
    void a_chunk_whose_lease_was_taken_over_writes_nothing() throws Exception {
        Slice stale = lease();
        service(
                "update public.media_enrich_slices set lease_token = nextval('enricher.fencing_tokens')"
                        + " where run_id = ?",
                run);
        assertThat(write(stale).lost()).containsExactly(stale);
        assertThat(state()).containsEntry("processed_files", 0L).containsEntry("failed", 0L);
        assertThat(failures()).isEmpty();
    }

    @Test
    void a_slice_is_leased_to_one_at_a_time() throws Exception {
        lease();
        assertThat(inScope(() -> slices.lease(run, node.incarnation().orElseThrow())))
                .isEmpty();
    }

    @Test
    void a_connection_goes_back_to_the_pool_without_rights_after_commit_and_after_rollback() throws Exception {
        for (int round = 0; round < 50; round++) {
            transaction.begin();
            inScope(() -> progress.isSurveyed(run));
            if (round % 2 == 0) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
            assertThat(plain("select current_setting('role') as role,"
                            + " coalesce(current_setting('request.jwt.claims', true), '') as claims"))
                    .containsExactly(Map.of("role", "none", "claims", ""));
        }
    }

    @Test
    void the_batch_engine_s_part_of_a_transaction_has_no_tenant_s_rights() throws Exception {
        RunWork work = work();
        transaction.begin();
        try {
            inScope(() -> slices.count(work, Chunk.of(List.of()).tally()));
            security.leave();
            assertThat(plain("select current_setting('role') as role")).containsExactly(Map.of("role", "none"));
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void who_has_no_token_has_no_scope() {
        assertThat(token.getName()).isNull();
        assertThatThrownBy(() -> buckets.named("b")).isInstanceOf(Problem.class);
    }

    private Slice lease() {
        return inScope(() -> slices.lease(run, node.incarnation().orElseThrow()))
                .orElseThrow();
    }

    private RunWork work() {
        return inScope(() -> progress.work(run)).orElseThrow();
    }

    private Written write(Slice slice) throws Exception {
        Outcome broken =
                new Outcome.Failed(new StoredObject("a", 1, "e", Instant.EPOCH), "truncated", "It ends too soon.");
        RunWork work = work();
        transaction.begin();
        try {
            Written written = inScope(() -> book.write(work, Chunk.of(List.of(new Processed.One(slice, broken)))));
            transaction.commit();
            return written;
        } catch (RuntimeException refused) {
            transaction.rollback();
            throw refused;
        }
    }

    private <T> T inScope(Supplier<T> work) {
        return RowScope.service(tenant).within(work);
    }

    private Map<String, Object> state() throws Exception {
        return service("select * from public.media_enrich_runs where id = ?", run)
                .get(0);
    }

    private List<Map<String, Object>> failures() throws Exception {
        return service("select path from public.media_enrich_failures where run_id = ?", run);
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

    private List<Map<String, Object>> plain(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Rows.of(connection, sql);
        }
    }
}
