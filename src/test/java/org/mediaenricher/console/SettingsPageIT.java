package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Browser;
import org.mediaenricher.harness.Browser.Page;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** What a tenant has, the rules in force, and who may sign in. */
class SettingsPageIT {
    private static final String SETTINGS = "/console/settings.xhtml";

    private final Tenant tenant = Tenant.fresh();
    private final Visit admin = Visit.of(tenant, "admin");

    @Test
    void it_tells_what_there_is_and_by_which_rules() {
        CameraJpegs.small(5).fill(tenant.bucket("photos"));
        tenant.backfill("bucket=photos");
        assertThat(Visit.of(tenant, "viewer").open("settings.xhtml").text())
                .contains("Tenant of a test", tenant.id().toString(), ">photos<", "5, ", "1 completed")
                .contains("mediaenricher.limits.caller-rate", "mediaenricher.queue.history")
                .doesNotContain("Who may sign in");
    }

    @Test
    void an_admin_lets_somebody_in_whose_password_is_told_once() {
        String name = "new-" + UUID.randomUUID();
        Page made = add(admin, name, "operator");
        String password = made.text().replaceAll("(?s).*<code>([^<]+)</code>.*", "$1");
        assertThat(made.text()).contains("shown this once");
        assertThat(admin.open("settings.xhtml").text()).contains(name).doesNotContain(password);
        assertThat(signIn(name, password).leadsTo()).isEqualTo("/console/index.xhtml");
        assertThat(add(admin, name, "viewer").text()).contains("There is an operator", "already");
        assertThat(add(admin, "", "viewer").text()).contains("must have 1 to 100 characters");
    }

    @Test
    void an_admin_changes_keeps_out_and_removes_somebody() {
        String name = "kim-" + UUID.randomUUID();
        add(admin, name, "viewer");
        String page = "/console/operator.xhtml?id="
                + tenant.rows("select id from enricher.operators where name = ?", name)
                        .get(0)
                        .get("id");
        assertThat(act(admin, page, "page", Map.of("role", "operator"), "changeRole")
                        .text())
                .contains(name + " is operator now.");
        assertThat(act(admin, page, "state", Map.of(), "turn").text()).contains("is kept out.", "Let in again");
        assertThat(act(admin, page, "state", Map.of(), "turn").text()).contains("may sign in again.");
        String password =
                act(admin, page, "password", Map.of(), "renew").text().replaceAll("(?s).*<code>([^<]+)</code>.*", "$1");
        assertThat(signIn(name, password).leadsTo()).isEqualTo("/console/index.xhtml");
        assertThat(act(admin, page, "removal", Map.of(), "remove").leadsTo()).isEqualTo(SETTINGS);
        assertThat(admin.browser().open(page).status()).isEqualTo(404);
    }

    @Test
    void the_last_admin_stays() {
        String page = "/console/operator.xhtml?id="
                + tenant.rows("select id from enricher.operators where name = ?", admin.name())
                        .get(0)
                        .get("id");
        assertThat(act(admin, page, "removal", Map.of(), "remove").text()).contains("is the last admin");
    }

    @Test
    void an_operator_s_forged_act_and_a_foreign_id_get_nowhere() {
        Visit operator = Visit.of(tenant, "operator");
        Page own = operator.browser().open(SETTINGS);
        String token = own.text().replaceAll("(?s).*name=\"form-token\" value=\"([^\"]+)\".*", "$1");
        Object id = tenant.rows("select id from enricher.operators where name = ?", admin.name())
                .get(0)
                .get("id");
        assertThat(operator.open("operator.xhtml?id=" + id).status()).isEqualTo(403);
        Map<String, String> forged = Map.of(
                "removal",
                "removal",
                "removal:remove",
                "x",
                "form-token",
                token,
                "jakarta.faces.ViewState",
                "stateless");
        assertThat(operator.browser()
                        .post("/console/operator.xhtml?id=" + id, forged)
                        .status())
                .isEqualTo(403);
        assertThat(Visit.of(Tenant.fresh(), "admin")
                        .open("operator.xhtml?id=" + id)
                        .status())
                .isEqualTo(404);
    }

    private static Page add(Visit by, String name, String role) {
        return act(by, SETTINGS, "page", Map.of("name", name, "role", role), "add");
    }

    private static Page act(Visit by, String page, String form, Map<String, String> fields, String button) {
        return by.browser().submit(by.browser().open(page), form, fields, button);
    }

    private static Page signIn(String name, String password) {
        Browser browser = Browser.on(Testbed.node());
        return browser.submit(
                browser.open("/console/sign-in.xhtml"), "person", Map.of("name", name, "password", password), "enter");
    }
}
