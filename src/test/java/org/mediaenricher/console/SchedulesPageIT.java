package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Browser;
import org.mediaenricher.harness.Browser.Page;
import org.mediaenricher.harness.Tenant;

/** Schedules as the console shows, makes and steers them. */
class SchedulesPageIT {
    private static final String SCHEDULES = "/console/schedules.xhtml";
    private static final String SCHEDULE = "/console/schedule.xhtml";

    private final Tenant tenant = Tenant.fresh();
    private final Browser admin = Browser.signedIn(tenant, "admin");

    @Test
    void a_schedule_is_made_edited_and_removed() {
        assertThat(admin.open(SCHEDULES).text()).contains("No schedules.");
        String place = make(Map.of());
        assertThat(admin.open(place).text())
                .contains("at 03:00 on Sunday")
                .contains("Europe/Berlin")
                .contains("It never fired.");
        assertThat(admin.open(SCHEDULES).text()).contains("nightly").contains("never fired");
        Page saved = save(admin, place, Map.of("name", "<b>yearly</b>", "expression", "@yearly"));
        assertThat(saved.text())
                .contains("It is saved.")
                .contains("&lt;b&gt;yearly")
                .doesNotContain("<b>yearly");
        assertThat(admin.submit(admin.open(place), "end", Map.of(), "remove").leadsTo())
                .isEqualTo(SCHEDULES);
        assertThat(admin.open(place).status()).isEqualTo(404);
        assertThat(Waiting.audited(tenant, "add-schedule", "done")).isEqualTo(1);
        assertThat(Waiting.audited(tenant, "remove-schedule", "done")).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_what_was_typed_stays() {
        Page page = save(
                admin,
                SCHEDULE,
                Map.of("kind", "backfill-bucket", "name", "", "expression", "61 * * * *", "zone", "Mars/Olympus"));
        assertThat(page.text())
                .contains("value=\"61 * * * *\"")
                .contains("value=\"Mars/Olympus\"")
                .contains("It must have 1 to 100 characters")
                .contains("It must be the name of a time zone");
        assertThat(page.text().split("class=\"wrong\"")).hasSize(4);
        assertThat(save(admin, SCHEDULE, Map.of("kind", "backfill-bucket", "payload", "[]"))
                        .text())
                .contains("It must be a JSON object");
    }

    @Test
    void an_operator_runs_pauses_and_resumes_it_and_edits_nothing() {
        String place = make(Map.of("payload", "{\"bucket\": \"nowhere\"}"));
        Browser operator = Browser.signedIn(tenant, "operator");
        assertThat(press(operator, place, "run").text()).contains("Its job is enqueued.");
        assertThat(operator.open(place).text())
                .contains("asked for by operator")
                .contains("/console/job.xhtml?id=");
        assertThat(press(operator, place, "pause").text()).contains("It does not fire until it is resumed.");
        assertThat(operator.open(place).text()).contains("badge paused");
        assertThat(press(operator, place, "resume").text()).contains("It fires again");
        assertThat(save(operator, place, Map.of("name", "mine")).text())
                .contains("Your role does not allow this (manage-schedules).");
        assertThat(admin.open(SCHEDULES).text()).contains("nightly").doesNotContain("mine");
        assertThat(Waiting.audited(tenant, "change-schedule", "forbidden")).isEqualTo(1);
    }

    @Test
    void a_viewer_steers_nothing() {
        String place = make(Map.of());
        Browser viewer = Browser.signedIn(tenant, "viewer");
        assertThat(press(viewer, place, "pause").text()).contains("Your role does not allow this (steer-queue).");
        assertThat(admin.open(place).text()).doesNotContain("badge paused");
        assertThat(Waiting.audited(tenant, "pause-schedule", "forbidden")).isEqualTo(1);
    }

    @Test
    void a_schedule_of_another_tenant_is_not_there() {
        String place = make(Map.of());
        Browser other = Browser.signedIn(Tenant.fresh(), "admin");
        assertThat(other.open(place).status()).isEqualTo(404);
        assertThat(other.open(SCHEDULES).text()).doesNotContain("nightly");
        assertThat(admin.open(SCHEDULE + "?id=x").status()).isEqualTo(404);
        assertThat(admin.open(place + "&after=x").status()).isEqualTo(404);
    }

    private String make(Map<String, String> with) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("kind", "backfill-bucket"));
        fields.putAll(with);
        Page made = save(admin, SCHEDULE, fields);
        assertThat(made.status()).as(made.text()).isEqualTo(302);
        assertThat(made.leadsTo()).startsWith(SCHEDULE + "?id=");
        return made.leadsTo();
    }

    private static Page save(Browser browser, String place, Map<String, String> with) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "name", "nightly",
                "expression", "0 3 * * SUN",
                "zone", "Europe/Berlin",
                "payload", "{\"bucket\": \"b\"}"));
        fields.putAll(with);
        return browser.submit(browser.open(place), "page", fields, "save");
    }

    private static Page press(Browser browser, String place, String button) {
        return browser.submit(browser.open(place), "acts", Map.of(), button);
    }
}
