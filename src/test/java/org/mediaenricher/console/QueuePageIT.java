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

/** The queue as the console shows it, and what is done to its jobs there. */
class QueuePageIT {
    private static final String QUEUE = "/console/queue.xhtml";

    private final Tenant tenant = Tenant.fresh();
    private final Browser operator = Browser.signedIn(tenant, "operator");

    @Test
    void it_counts_each_kind_by_status_and_leads_to_the_jobs() {
        Waiting.job(tenant, KIND, "scheduled", null);
        Waiting.job(tenant, KIND, "retryable", "no route");
        Waiting.job(tenant, KIND, "retryable", "no route");
        Waiting.letter(tenant, KIND, "no way");
        Page page = operator.open(QUEUE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("<a href=\"/console/queue.xhtml?kind=" + KIND + "&amp;status=retryable\">2</a>")
                .contains("<a href=\"/console/dead-letters.xhtml?kind=" + KIND + "\">1</a>")
                .contains("backfill-bucket");
        assertThat(operator.open(QUEUE + "?kind=" + KIND + "&status=retryable").text())
                .contains("no route");
    }

    @Test
    void it_lists_what_matches_by_kind_status_and_error() {
        long one = Waiting.job(tenant, KIND, "retryable", "the disk is full");
        long other = Waiting.job(tenant, KIND, "scheduled", "the net is down");
        assertThat(listed(QUEUE)).containsExactly(other, one);
        assertThat(listed(QUEUE + "?text=DISK")).containsExactly(one);
        assertThat(listed(QUEUE + "?status=scheduled")).containsExactly(other);
        assertThat(listed(QUEUE + "?kind=another-kind")).isEmpty();
        assertThat(operator.open(QUEUE + "?status=asleep").status()).isEqualTo(400);
        assertThat(operator.open(QUEUE + "?after=x").status()).isEqualTo(404);
    }

    @Test
    void it_lists_page_by_page() {
        for (int i = 0; i < 51; i++) {
            Waiting.job(tenant, KIND, "scheduled", null);
        }
        Page first = operator.open(QUEUE);
        assertThat(listed(QUEUE)).hasSize(50).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        long last = listed(QUEUE).get(49);
        assertThat(first.text()).contains("<a rel=\"next\" href=\"" + QUEUE + "?after=" + last + "\">");
        assertThat(listed(QUEUE + "?after=" + last)).hasSize(1);
    }

    @Test
    void chosen_jobs_are_done_now_put_off_and_called_off() {
        long one = Waiting.job(tenant, KIND, "retryable", "x");
        long two = Waiting.job(tenant, KIND, "scheduled", null);
        assertThat(each(operator, List.of(one, two), "hurry").text()).contains("2 jobs can be done now.");
        assertThat(Waiting.row(tenant, one)).containsEntry("status", "available");
        assertThat(each(operator, List.of(one), "snooze").text()).contains("1 job put off.");
        assertThat(Waiting.row(tenant, one))
                .containsEntry("status", "scheduled")
                .containsEntry("later", true);
        assertThat(each(operator, List.of(one, two), "cancel").text()).contains("2 jobs called off.");
        assertThat(Waiting.row(tenant, two)).containsEntry("status", "cancelled");
        assertThat(each(operator, List.of(one, two), "cancel").text()).contains("The job is cancelled already.");
        assertThat(Waiting.audited(tenant, "cancel-job", "done")).isEqualTo(2);
        assertThat(each(operator, List.of(), "cancel").text()).contains("Nothing is chosen.");
    }

    @Test
    void of_several_those_that_refuse_are_told_of() {
        long one = Waiting.job(tenant, KIND, "retryable", "x");
        long done = Waiting.done(tenant, KIND);
        assertThat(each(operator, List.of(one, done), "hurry").text())
                .contains("1 job can be done now. 1 job not: The job is completed; it does not wait for its time.");
    }

    @Test
    void a_span_that_is_none_is_refused() {
        long one = Waiting.job(tenant, KIND, "retryable", "x");
        for (String amount : List.of("", "0", "-1", "1.5", "99999999")) {
            assertThat(operator.submit(
                                    operator.open(QUEUE),
                                    "list",
                                    List.of(one),
                                    Map.of("amount", amount, "unit", "hours"),
                                    "snooze")
                            .text())
                    .contains("A job is put off by a whole number of seconds, up to a year.");
        }
    }

    @Test
    void a_viewer_does_nothing_by_a_forged_form_either() {
        long one = Waiting.job(tenant, KIND, "retryable", "x");
        Browser viewer = Browser.signedIn(tenant, "viewer");
        assertThat(viewer.open(QUEUE).text()).contains("data-right=\"steer-queue\"");
        assertThat(each(viewer, List.of(one), "cancel").text())
                .contains("Your role does not allow this (steer-queue).");
        assertThat(Waiting.row(tenant, one)).containsEntry("status", "retryable");
        assertThat(Waiting.audited(tenant, "cancel-job", "forbidden")).isEqualTo(1);
    }

    @Test
    void jobs_of_others_are_neither_seen_nor_touched() {
        Tenant other = Tenant.fresh();
        long foreign = Waiting.job(other, "foreign-kind", "retryable", "x");
        assertThat(operator.open(QUEUE).text()).doesNotContain("foreign-kind");
        assertThat(each(operator, List.of(foreign), "cancel").text()).contains("There is no job " + foreign);
        assertThat(Waiting.row(other, foreign)).containsEntry("status", "retryable");
    }

    @Test
    void a_kind_is_paused_with_a_reason_and_resumed() {
        String kind = QUEUE + "?kind=backfill-bucket";
        assertThat(pause(kind, " ").text()).contains("A reason is needed");
        assertThat(pause(kind, "the store <moves>").text()).contains("No more jobs of this kind are begun");
        assertThat(operator.open(QUEUE).text()).contains("the store &lt;moves&gt;");
        assertThat(operator.submit(operator.open(kind), "kind", Map.of(), "resume")
                        .text())
                .contains("Jobs of this kind are begun again.");
        assertThat(operator.open(kind).text()).doesNotContain("badge paused");
        assertThat(Waiting.audited(tenant, "pause-kind", "done")).isEqualTo(1);
        assertThat(pause(QUEUE + "?kind=no-such-kind", "why").text()).contains("There is no such kind of job");
    }

    @Test
    void what_jobs_are_called_and_failed_with_is_text() {
        Waiting.job(tenant, "<b>kind</b>", "retryable", "<img src=x onerror=alert(1)>");
        assertThat(operator.open(QUEUE).text())
                .contains("&lt;b&gt;kind&lt;/b&gt;")
                .contains("&lt;img src=x")
                .doesNotContain("<b>kind</b>")
                .doesNotContain("<img src=x");
    }

    @Test
    void it_draws_what_was_completed_and_how_long_it_took() {
        Waiting.done(tenant, KIND);
        Waiting.done(tenant, KIND);
        String hour = operator.open(QUEUE).text();
        assertThat(hour)
                .contains("p50 2.0 s, p95 2.0 s")
                .contains("at most 2 jobs")
                .contains("at most 2.0 s");
        assertThat(hour.split("<rect ")).hasSize(61);
        String day = operator.open(QUEUE + "?range=day").text();
        assertThat(day).contains("2 completed, 0 cancelled, 4.0 s of work");
        assertThat(day.split("<rect ")).hasSize(145);
    }

    private List<Long> listed(String path) {
        return Pattern.compile("name=\"chosen\" value=\"([0-9]+)\"")
                .matcher(operator.open(path).text())
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    private Page pause(String page, String reason) {
        return operator.submit(operator.open(page), "page", Map.of("reason", reason), "stop");
    }

    private static Page each(Browser browser, List<Long> chosen, String button) {
        return browser.submit(browser.open(QUEUE), "list", chosen, Map.of("amount", "2", "unit", "hours"), button);
    }
}
