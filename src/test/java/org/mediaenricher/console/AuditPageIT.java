package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.harness.Browser.Page;
import org.mediaenricher.harness.Tenant;

/** Who did what, for those who may know. */
@TestInstance(Lifecycle.PER_CLASS)
class AuditPageIT {
    private final Tenant tenant = Tenant.fresh();
    private final Visit admin = Visit.of(tenant, "admin");

    @BeforeAll
    void fill() {
        tenant.rows("""
                insert into audit.enricher_invocations (tenant_id, user_id, role, user_role, action, subject, result)
                select ?, 'kim', 'authenticated', 'operator', 'paint', jsonb_build_object('wall', 'wall-' || i), 'done'
                  from generate_series(1, 70) as i
                returning id
                """, tenant.id());
        write("lee", "=cmd|' /C calc'!A0", "<b>\"x\", y</b>", "forbidden");
    }

    private void write(String user, String action, String subject, String result) {
        tenant.rows("""
                insert into audit.enricher_invocations (tenant_id, user_id, role, user_role, action, subject, result)
                values (?, ?, 'authenticated', 'viewer', ?, jsonb_build_object('thing', ?::text), ?) returning id
                """, tenant.id(), user, action, subject, result);
    }

    @Test
    void fifty_stand_on_a_page_the_newest_first_and_the_next_has_the_rest() {
        Page first = admin.open("audit.xhtml?user=kim");
        assertThat(rows(first)).isEqualTo(50);
        assertThat(first.text()).contains(">wall-70<").doesNotContain(">wall-20<");
        Page rest = admin.browser()
                .open(first.text()
                        .replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                        .replace("&amp;", "&"));
        assertThat(rows(rest)).isEqualTo(20);
        assertThat(rest.text()).contains(">wall-20<", ">wall-1<").doesNotContain("rel=\"next\"");
    }

    @ParameterizedTest
    @CsvSource({
        "user=lee, 1",
        "user=nobody, 0",
        "action=paint&user=lee, 0",
        "result=forbidden&user=lee, 1",
        "subject=wall-7, 1",
        "subject=wall-7&user=lee, 0",
        "subject=wall, 0",
        "subject=wall-7&until=2000-01-01, 0",
        "user=lee&since=2000-01-01, 1",
        "user=lee&since=2999-01-01, 0"
    })
    void each_filter_narrows(String query, int found) {
        Page page = admin.open("audit.xhtml?" + query);
        assertThat(rows(page)).isEqualTo(found);
        assertThat(page.text().contains("Nothing is written down about that")).isEqualTo(found == 0);
    }

    @Test
    void hostile_entries_stand_escaped() {
        assertThat(admin.open("audit.xhtml?user=lee").text())
                .contains("&lt;b&gt;")
                .doesNotContain("<b>\"x\"");
    }

    @Test
    void what_is_filtered_comes_as_csv_that_no_spreadsheet_obeys() {
        Page csv = admin.open("audit.csv?user=lee");
        assertThat(csv.answer().headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        List<String> lines = csv.text().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("\"id\",\"at\",\"user\"");
        assertThat(lines.get(1)).contains("\"lee\"", "\"'=cmd|' /C calc'!A0\"", "\"thing=<b>\"\"x\"\", y</b>\"");
        assertThat(admin.open("audit.csv?user=kim").text().lines()).hasSize(71);
        assertThat(tenant.number(
                        "select count(*) from audit.enricher_invocations where tenant_id = ? and action = 'export-audit'",
                        tenant.id()))
                .isEqualTo(2);
    }

    @Test
    void an_operator_and_another_tenant_s_admin_see_nothing_of_it() {
        Visit operator = Visit.of(tenant, "operator");
        assertThat(operator.open("audit.xhtml").status()).isEqualTo(403);
        assertThat(operator.open("audit.csv").status()).isEqualTo(403);
        assertThat(operator.open("index.xhtml").text()).doesNotContain("/console/audit.xhtml");
        Visit stranger = Visit.of(Tenant.fresh(), "admin");
        assertThat(rows(stranger.open("audit.xhtml?subject=wall-7"))).isZero();
        assertThat(stranger.open("audit.csv?user=kim").text().lines()).hasSize(1);
    }

    private static int rows(Page page) {
        return page.text().contains("<tbody>")
                ? page.text().replaceAll("(?s).*<tbody>|</tbody>.*", "").split("<tr>", -1).length - 1
                : 0;
    }
}
