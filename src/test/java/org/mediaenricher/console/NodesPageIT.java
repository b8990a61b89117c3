package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Browser;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** The servers, and what each does for whoever looks. */
class NodesPageIT {
    private final Tenant tenant = Tenant.fresh();

    @Test
    void a_viewer_sees_the_nodes_and_whether_they_live() {
        assertThat(Visit.of(tenant, "viewer").open("nodes.xhtml").text())
                .contains("<span class=\"badge alive\">alive</span>", "nothing of yours", "Heartbeat");
    }

    @Test
    void work_is_shown_to_whose_it_is_and_to_nobody_else() {
        UUID run = UUID.randomUUID();
        tenant.bucket("b");
        Object incarnation = tenant.rows("select max(incarnation) as i from enricher.nodes")
                .get(0)
                .get("i");
        tenant.rows("""
                insert into public.media_enrich_runs
                  (tenant_id, id, bucket, mode, trigger, status, started_by, ended_at)
                values (?, ?, 'b', 'all', 'backfill', 'stopped', 'x', now()) returning id
                """, tenant.id(), run);
        tenant.rows("""
                insert into public.media_enrich_slices
                  (tenant_id, run_id, number, after_key, last_key, object_count, status, lease_owner, lease_incarnation)
                values (?, ?, 0, '', 'z', 7, 'leased', 'x', ?) returning number
                """, tenant.id(), run, incarnation);
        assertThat(Visit.of(tenant, "viewer").open("nodes.xhtml").text())
                .contains("/console/run.xhtml?id=" + run, "1 slice, 7 objects left");
        assertThat(Visit.of(Tenant.fresh(), "admin").open("nodes.xhtml").text())
                .doesNotContain(run.toString())
                .contains("nothing of yours");
    }

    @Test
    void who_is_not_signed_in_sees_none() {
        assertThat(Browser.on(Testbed.node()).open("/console/nodes.xhtml").leadsTo())
                .startsWith("/console/sign-in.xhtml");
    }
}
