package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Browser;
import org.mediaenricher.harness.Browser.Page;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;
import org.mediaenricher.harness.Tokens;

/** Into the console and out of it, and what others try with a session that is not theirs. */
class SignInIT {
    private static final String OVERVIEW = "/console/index.xhtml";
    private static final String DOOR = "/console/sign-in.xhtml";
    private static final String COOKIE = "media-enricher-console";

    private final Tenant tenant = Tenant.fresh();
    private final Browser browser = Browser.on(Testbed.node());

    @Test
    void who_is_not_signed_in_is_led_to_the_door_and_then_where_they_wanted() {
        assertThat(browser.open("/console").leadsTo()).isEqualTo(OVERVIEW);
        assertThat(browser.open(OVERVIEW).leadsTo()).isEqualTo(DOOR);
        String wanted = "/console/password.xhtml?a=b";
        String door = browser.open(wanted).leadsTo();
        assertThat(door).isEqualTo(DOOR + "?to=%2Fconsole%2Fpassword.xhtml%3Fa%3Db");
        assertThat(signIn(door, operator("operator")).leadsTo()).isEqualTo(wanted);
        assertThat(browser.open(wanted).status()).isEqualTo(200);
    }

    @Test
    void the_first_admin_signs_in() {
        Page page = signIn(DOOR, new Operator("", "admin", Testbed.sandbox().firstAdminPassword()));
        assertThat(page.leadsTo()).isEqualTo(OVERVIEW);
        assertThat(browser.open(OVERVIEW).text())
                .contains(shown("admin", "admin"))
                .containsPattern("<dt>Database</dt><dd class=\"up\">\\s*<span class=\"badge up\">up</span>")
                .doesNotContainPattern("<script(?![^>]* src=\"/console/)")
                .doesNotContainPattern("<[^>]* (style|on[a-z]+)=");
    }

    @Test
    void the_cookie_is_for_no_script_no_other_site_and_the_console_alone() {
        Page page = signIn(DOOR, operator("viewer"));
        assertThat(page.cookies())
                .filteredOn(cookie -> cookie.startsWith(COOKIE))
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie.toLowerCase(Locale.ROOT))
                            .contains("path=/console", "httponly", "secure", "samesite=strict", "max-age=43200");
                });
        String secret = browser.cookie(COOKIE).orElseThrow();
        Api program = Api.bearer(Testbed.node().address(), secret);
        assertThat(program.get("/media-enricher/runs").status()).isEqualTo(401);
        assertThat(Browser.on(Testbed.node())
                        .cookie(COOKIE, secret)
                        .open("/media-enricher/runs")
                        .status())
                .isEqualTo(401);
        String token = tenant.token("admin").sign();
        assertThat(Browser.on(Testbed.node())
                        .cookie(COOKIE, token)
                        .open("/media-enricher/runs")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void pages_keep_nothing_between_two_requests_and_no_address_tells_who_looks() {
        signIn(DOOR, operator("viewer"));
        Page page = browser.open(OVERVIEW);
        assertThat(page.cookies()).isEmpty();
        assertThat(page.text()).doesNotContain("jsessionid").doesNotContain("<!--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c", "11111111-1111-4111-8111-111111111111.x", "../.."})
    void a_cookie_of_one_s_own_making_opens_nothing(String secret) {
        browser.cookie(COOKIE, secret);
        assertThat(browser.open(OVERVIEW).leadsTo()).isEqualTo(DOOR);
        assertThat(browser.open(DOOR).status()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_says_no_more_than_that_and_is_in_the_audit_log() {
        Operator operator = operator("admin");
        String known = signIn(DOOR, new Operator(operator.id(), operator.name(), "wrong-password-1"))
                .text();
        String unknown =
                signIn(DOOR, new Operator("", name(), "wrong-password-1")).text();
        assertThat(known).contains("The name or the password is wrong.").doesNotContain("wrong-password-1");
        assertThat(unknown).contains("The name or the password is wrong.");
        assertThat(browser.cookie(COOKIE)).isEmpty();
        assertThat(audited("sign-in", "wrong-password")).isEqualTo(1);
    }

    @Test
    void a_password_cannot_be_guessed_quickly() {
        Operator wrong = new Operator("", name(), "wrong-password-1");
        long began = System.nanoTime();
        int answered = 0;
        String answer = signIn(DOOR, wrong).text();
        while (answer.contains("is wrong") && answered < 100) {
            answered++;
            answer = signIn(DOOR, wrong).text();
        }
        assertThat(answer).contains("Too many tries for this name");
        assertThat(answered)
                .as("ten at once, and then one in 20 seconds")
                .isBetween(
                        10,
                        11 + (int) Duration.ofNanos(System.nanoTime() - began).dividedBy(Duration.ofSeconds(20)));
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        signIn(DOOR, operator("viewer"));
        String before = browser.cookie(COOKIE).orElseThrow();
        Page out = browser.submit(browser.open(OVERVIEW), "out", Map.of(), "signOut");
        assertThat(out.leadsTo()).isEqualTo(DOOR);
        assertThat(browser.cookie(COOKIE)).isEmpty();
        assertThat(browser.cookie(COOKIE, before).open(OVERVIEW).leadsTo()).isEqualTo(DOOR);
        assertThat(audited("sign-out", "done")).isEqualTo(1);
    }

    @Test
    void each_sign_in_has_a_session_of_its_own() {
        Operator operator = operator("viewer");
        browser.open("/console/password.xhtml");
        signIn(DOOR, operator);
        browser.open(OVERVIEW);
        String first = browser.cookie(COOKIE).orElseThrow();
        signIn(DOOR, operator);
        assertThat(browser.cookie(COOKIE)).isPresent().isNotEqualTo(Optional.of(first));
    }

    @Test
    void a_form_without_its_token_is_refused() {
        signIn(DOOR, operator("viewer"));
        Page page = browser.open(OVERVIEW);
        Map<String, String> fields = new LinkedHashMap<>(Map.of("out", "out", "out:signOut", "x"));
        assertThat(browser.post(page.path(), fields).status()).isEqualTo(403);
        fields.put("form-token", "x".repeat(43));
        assertThat(browser.post(page.path(), fields).status()).isEqualTo(403);
        assertThat(browser.open(OVERVIEW).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example.org",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void a_form_of_another_site_is_refused(String header, String value) {
        signIn(DOOR, operator("viewer"));
        Page page = browser.open(OVERVIEW);
        browser.with(header, value);
        assertThat(browser.submit(page, "out", Map.of(), "signOut").status()).isEqualTo(403);
        assertThat(signIn(DOOR, operator("viewer")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example.org/", "//evil.example.org", "/console/../x", "/console/\\evil.xhtml"})
    void after_signing_in_nobody_is_led_elsewhere(String to) {
        String door = DOOR + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        assertThat(signIn(door, operator("viewer")).leadsTo()).isEqualTo(OVERVIEW);
    }

    @Test
    void what_an_admin_changes_counts_from_the_next_request_on() {
        Operator operator = operator("operator");
        signIn(DOOR, operator);
        change(operator, "{\"user_role\":\"viewer\"}");
        assertThat(browser.open(OVERVIEW).text()).contains(shown(operator.name(), "viewer"));
        change(operator, "{\"user_role\":\"viewer\",\"disabled\":true}");
        assertThat(browser.open(OVERVIEW).leadsTo()).isEqualTo(DOOR);
        assertThat(signIn(DOOR, operator).text()).contains("is wrong");
        change(operator, "{\"user_role\":\"viewer\"}");
        assertThat(signIn(DOOR, operator).leadsTo()).isEqualTo(OVERVIEW);
        JsonNode renewed = tenant.admin()
                .post("/api/operators/" + operator.id() + "/password", "{}")
                .json();
        assertThat(browser.open(OVERVIEW).leadsTo()).isEqualTo(DOOR);
        assertThat(signIn(DOOR, operator).text()).contains("is wrong");
        assertThat(signIn(
                                DOOR,
                                new Operator(
                                        operator.id(),
                                        operator.name(),
                                        renewed.get("password").asText()))
                        .leadsTo())
                .isEqualTo(OVERVIEW);
    }

    @Test
    void one_changes_one_s_own_password() {
        Operator operator = operator("viewer");
        signIn(DOOR, operator);
        Page form = browser.open("/console/password.xhtml");
        assertThat(changePassword(form, operator.password(), "short").text()).contains("must have 12 to 128");
        assertThat(changePassword(form, "not the present one", "a much better one")
                        .text())
                .contains("is not your present password");
        assertThat(changePassword(form, operator.password(), "a much better one")
                        .leadsTo())
                .isEqualTo(DOOR);
        assertThat(signIn(DOOR, operator).text()).contains("is wrong");
        assertThat(audited("change-password", "done")).isEqualTo(1);
        assertThat(signIn(DOOR, new Operator(operator.id(), operator.name(), "a much better one"))
                        .leadsTo())
                .isEqualTo(OVERVIEW);
    }

    @Test
    void a_token_of_the_issuer_signs_in_whom_it_gives_a_role() {
        assertThat(withToken(tenant.token("operator").claim("sub", "kim")).leadsTo())
                .isEqualTo(OVERVIEW);
        assertThat(browser.open(OVERVIEW).text()).contains(shown("kim", "operator"));
    }

    @Test
    void a_token_that_is_not_good_or_gives_no_role_does_not() {
        assertThat(withToken(tenant.token("none")).text()).contains("nobody who may use the console");
        assertThat(withToken(tenant.token("admin").claim("app_metadata", Map.of("user_role", "admin")))
                        .text())
                .contains("nobody who may use the console");
        assertThat(withToken(tenant.token("admin").claim("role", "service_role"))
                        .text())
                .contains("nobody who may use the console");
        assertThat(withToken(tenant.token("admin").validFor(Duration.ofMinutes(-5)))
                        .text())
                .contains("not valid");
        assertThat(browser.cookie(COOKIE)).isEmpty();
    }

    /** Somebody of the tenant with a password. */
    private record Operator(String id, String name, String password) {}

    private Operator operator(String role) {
        JsonNode made = tenant.admin()
                .post("/api/operators", "{\"name\":\"" + name() + "\",\"user_role\":\"" + role + "\"}")
                .json();
        return new Operator(
                made.get("id").asText(),
                made.get("name").asText(),
                made.get("password").asText());
    }

    private static String shown(String name, String role) {
        return "<b>" + name + "</b> <span class=\"role\">" + role + "</span>";
    }

    private static String name() {
        return "kim-" + UUID.randomUUID();
    }

    private void change(Operator operator, String json) {
        assertThat(tenant.admin()
                        .send("PUT", "/api/operators/" + operator.id(), json)
                        .status())
                .isEqualTo(200);
    }

    private Page signIn(String door, Operator operator) {
        return browser.submit(
                browser.open(door),
                "person",
                Map.of("name", operator.name(), "password", operator.password()),
                "enter");
    }

    private Page withToken(Tokens.Draft token) {
        return browser.submit(browser.open(DOOR), "token", Map.of("text", token.sign()), "enter");
    }

    private Page changePassword(Page form, String current, String next) {
        return browser.submit(form, "password", Map.of("current", current, "next", next), "change");
    }

    private long audited(String action, String result) {
        return tenant.number(
                "select count(*) from audit.enricher_invocations where tenant_id = ? and action = ? and result = ?",
                tenant.id(),
                action,
                result);
    }
}
