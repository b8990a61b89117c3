package org.mediaenricher.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.harness.EmbeddedDatabase;
import org.mediaenricher.harness.Rows;
import org.mediaenricher.harness.Testbed;
import org.mediaenricher.problems.MapConfig;
import org.mediaenricher.tenancy.TenantId;
import org.postgresql.ds.PGSimpleDataSource;

/** Token buckets on the real database. Time passes by moving a bucket's own: a test waits for no clock. */
class LimitsIT {
    private static final EmbeddedDatabase DATABASE = Testbed.sandbox().database();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SHARED = 60;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final Limits limits = limits();

    @Test
    void fifty_callers_at_once_get_exactly_what_the_bucket_holds() throws Exception {
        assertThat(granted(50, 4, new Allowance(HOUR, 37))).isEqualTo(37);
    }

    @Test
    void a_tenant_s_callers_share_what_the_tenant_has() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(50);
        try {
            List<Future<Boolean>> asked = IntStream.range(0, 200)
                    .mapToObj(turn ->
                            pool.submit(() -> limits().admit(tenant, "caller " + turn % 10, new Allowance(HOUR, 100))
                                    .granted()))
                    .toList();
            assertThat(count(asked)).isEqualTo(SHARED);
        } finally {
            pool.shutdown();
        }
        TenantId other = new TenantId(UUID.randomUUID());
        assertThat(limits.admit(other, "caller 0", new Allowance(HOUR, 1)).granted())
                .isTrue();
    }

    @Test
    void what_one_bucket_refuses_is_not_taken_from_the_other() {
        Allowance one = new Allowance(HOUR, 1);
        assertThat(limits.admit(tenant, "a", one).tenant().left()).isEqualTo(SHARED - 1);
        assertThat(limits.admit(tenant, "a", one).tenant().left()).isEqualTo(SHARED - 1);
        for (int turn = 1; turn < SHARED; turn++) {
            assertThat(limits.admit(tenant, "b" + turn, one).granted()).isTrue();
        }
        Admission tooMany = limits.admit(tenant, "c", new Allowance(HOUR, 5));
        assertThat(tooMany.granted()).isFalse();
        assertThat(tooMany.caller().left()).isEqualTo(5);
    }

    @Test
    void tokens_come_back_with_time_and_no_more_than_the_bucket_holds() {
        Allowance three = new Allowance(Duration.ofMinutes(10), 3);
        take(3, three);
        Admission refused = limits.admit(tenant, "a", three);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        pass("10 minutes");
        take(1, three);
        assertThat(limits.admit(tenant, "a", three).granted()).isFalse();
        pass("3 days");
        take(3, three);
        assertThat(limits.admit(tenant, "a", three).granted()).isFalse();
    }

    @Test
    void a_series_of_refusals_has_one_first() {
        Allowance one = new Allowance(HOUR, 1);
        assertThat(limits.admit(tenant, "a", one).firstRefusal()).isFalse();
        assertThat(limits.admit(tenant, "a", one).firstRefusal()).isTrue();
        assertThat(limits.admit(tenant, "a", one).firstRefusal()).isFalse();
        pass("50 seconds");
        assertThat(limits.admit(tenant, "a", one).firstRefusal()).isFalse();
        pass("50 seconds");
        assertThat(limits.admit(tenant, "a", one).firstRefusal()).isFalse();
        pass("61 seconds");
        assertThat(limits.admit(tenant, "a", one).firstRefusal()).isTrue();
    }

    @Test
    void names_of_any_length_and_sign_are_counted_apart() {
        Allowance one = new Allowance(HOUR, 1);
        for (String name : new String[] {"", "a", "a\u0000", "a".repeat(10_000), "a".repeat(10_001), "\ud800"}) {
            assertThat(limits.admit(tenant, name, one).granted()).isTrue();
            assertThat(limits.admit(tenant, name, one).granted()).isFalse();
        }
    }

    @Test
    void only_buckets_that_are_full_and_at_peace_are_swept_away() {
        limits.admit(tenant, "full", new Allowance(Duration.ofSeconds(1), 1));
        limits.admit(tenant, "drained", new Allowance(Duration.ofDays(1), 1));
        pass("70 seconds");
        limits.sweep();
        assertThat(buckets()).isEqualTo(2); // the tenant's own, which takes hours, and the drained one
        assertThat(limits.admit(tenant, "drained", new Allowance(Duration.ofDays(1), 1))
                        .granted())
                .isFalse();
        pass("3 days");
        limits.sweep();
        assertThat(buckets()).isZero();
    }

    @Test
    void sweeping_among_those_who_take_loses_no_token() throws Exception {
        ExecutorService sweeper = Executors.newSingleThreadExecutor();
        try {
            Future<?> sweeping = sweeper.submit(() -> IntStream.range(0, 200).forEach(turn -> limits().sweep()));
            for (int turn = 0; turn < 5; turn++) {
                assertThat(granted(20, 4, new Allowance(HOUR, 11))).isEqualTo(11);
                pass("20 hours");
            }
            sweeping.get();
        } finally {
            sweeper.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "anon", "authenticated", "service_role"})
    void no_role_reaches_a_bucket_but_through_the_functions(String role) throws SQLException {
        limits.admit(tenant, "a", new Allowance(HOUR, 1));
        try (Connection login = DATABASE.login()) {
            Rows.of(
                    login,
                    "select set_config('role', ?, false), set_config('enricher.bucket_tenant', ?, false)",
                    role,
                    tenant.toString());
            assertThatThrownBy(() -> Rows.of(login, "update enricher.rate_buckets set full_at = now()"))
                    .hasMessageStartingWith("42501"); // insufficient_privilege
            assertThatThrownBy(() -> Rows.of(login, "select * from enricher.rate_buckets"))
                    .hasMessageStartingWith("42501");
        }
    }

    private void take(int tokens, Allowance allowance) {
        for (int taken = 0; taken < tokens; taken++) {
            assertThat(limits.admit(tenant, "a", allowance).granted()).isTrue();
        }
    }

    private long granted(int callers, int each, Allowance allowance) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Future<Boolean>> asked = IntStream.range(0, callers * each)
                    .mapToObj(turn -> pool.submit(
                            () -> limits().admit(tenant, "a", allowance).granted()))
                    .toList();
            return count(asked);
        } finally {
            pool.shutdown();
        }
    }

    private static long count(List<Future<Boolean>> asked) throws Exception {
        long granted = 0;
        for (Future<Boolean> one : asked) {
            granted += one.get() ? 1 : 0;
        }
        return granted;
    }

    private void pass(String span) {
        ask("""
                update enricher.rate_buckets set full_at = full_at - cast(? as interval),
                                                 refused_at = refused_at - cast(? as interval)
                 where tenant_id = ? returning 1
                """, span, span, tenant.value());
    }

    private int buckets() {
        return ask("select 1 from enricher.rate_buckets where tenant_id = ?", tenant.value())
                .size();
    }

    private static List<Map<String, Object>> ask(String sql, Object... values) {
        try (Connection superuser = DATABASE.superuser()) {
            return Rows.of(superuser, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a node has it: with connections of its own. */
    private static Limits limits() {
        PGSimpleDataSource login = new PGSimpleDataSource();
        login.setUrl(DATABASE.url());
        login.setUser(EmbeddedDatabase.LOGIN);
        login.setPassword(DATABASE.loginPassword());
        LimitsSettings settings = new LimitsSettings(new MapConfig(Map.of(
                "mediaenricher.limits.tenant-rate",
                "1/h",
                "mediaenricher.limits.tenant-burst",
                Integer.toString(SHARED))));
        return new Limits(settings, login);
    }
}
