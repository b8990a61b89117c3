package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediaenricher.console.Waiting.KIND;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Browser;
import org.mediaenricher.harness.Browser.Page;
import org.mediaenricher.harness.Tenant;

/** One job as the console shows it, from its beginning to its end. */
class JobPageIT {
    private final Tenant tenant = Tenant.fresh();
    private final Browser operator = Browser.signedIn(tenant, "operator");

    @Test
    void it_tells_a_job_s_life_payload_and_errors() {
        long id = Waiting.job(tenant, KIND, "retryable", "</td><script>alert(1)</script>");
        String page = operator.open(path(id)).text();
        assertThat(page)
                .contains("\"path\": \"a/b.jpg\"")
                .contains("correlation-1")
                .contains("at first")
                .contains("n2")
                .contains("attempt 3 of 5")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(stations(page)).containsExactly("enqueued", "failed", "failed", "retryable", "running", "completed");
    }

    @Test
    void it_tells_how_a_job_ended() {
        assertThat(stations(operator.open(path(Waiting.done(tenant, KIND))).text()))
                .containsExactly("enqueued", "running", "completed");
        assertThat(stations(operator.open(path(Waiting.letter(tenant, KIND, "no way")))
                        .text()))
                .containsExactly("enqueued", "running", "dead");
    }

    @Test
    void a_job_is_put_off_done_now_and_called_off() {
        long id = Waiting.job(tenant, KIND, "retryable", "x");
        assertThat(operator.submit(
                                operator.open(path(id)), "later", Map.of("amount", "90", "unit", "minutes"), "snooze")
                        .text())
                .contains("It is put off.");
        assertThat(Waiting.row(tenant, id)).containsEntry("status", "scheduled");
        assertThat(press(id, "acts", "hurry").text()).contains("Its time has come");
        assertThat(Waiting.row(tenant, id)).containsEntry("status", "available");
        assertThat(press(id, "acts", "cancel").text()).contains("It is cancelled.");
        assertThat(Waiting.row(tenant, id)).containsEntry("status", "cancelled");
        assertThat(press(id, "acts", "cancel").text()).contains("The job is cancelled already.");
    }

    @Test
    void a_dead_letter_is_redriven_or_discarded() {
        long back = Waiting.letter(tenant, KIND, "no way");
        assertThat(press(back, "acts", "redrive").text()).contains("It is a job again");
        assertThat(Waiting.row(tenant, back)).containsEntry("status", "available");
        assertThat(press(back, "acts", "redrive").text()).contains("There is no dead letter " + back);
        long gone = Waiting.letter(tenant, KIND, "no way");
        Page page = operator.open(path(gone));
        assertThat(operator.submit(page, "end", Map.of(), "discard").leadsTo())
                .isEqualTo("/console/dead-letters.xhtml");
        assertThat(Waiting.row(tenant, gone)).containsEntry("status", "gone");
    }

    @Test
    void a_viewer_is_refused_in_words() {
        long id = Waiting.job(tenant, KIND, "retryable", "x");
        Browser viewer = Browser.signedIn(tenant, "viewer");
        assertThat(viewer.submit(viewer.open(path(id)), "acts", Map.of(), "cancel")
                        .text())
                .contains("Your role does not allow this (steer-queue).");
        assertThat(Waiting.row(tenant, id)).containsEntry("status", "retryable");
        assertThat(Waiting.audited(tenant, "cancel-job", "forbidden")).isEqualTo(1);
    }

    @Test
    void a_job_of_another_tenant_is_not_there() {
        long foreign = Waiting.job(Tenant.fresh(), KIND, "retryable", "x");
        assertThat(operator.open(path(foreign)).status()).isEqualTo(404);
        assertThat(operator.open("/console/job.xhtml").status()).isEqualTo(404);
        assertThat(operator.open("/console/job.xhtml?id=x").status()).isEqualTo(404);
    }

    private Page press(long id, String form, String button) {
        return operator.submit(operator.open(path(id)), form, Map.of(), button);
    }

    private static List<String> stations(String page) {
        String life = page.substring(page.indexOf("<ol class=\"life\">"), page.indexOf("</ol>"));
        return Pattern.compile("<span class=\"badge [a-z]*\">([a-z]+)</span>")
                .matcher(life)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String path(long id) {
        return "/console/job.xhtml?id=" + id;
    }
}
