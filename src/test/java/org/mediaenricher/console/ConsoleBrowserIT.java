package org.mediaenricher.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Chromium;
import org.mediaenricher.harness.Gate;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** The console in a real browser: what an operator does in it from day to day. */
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleBrowserIT {
    private static final double PATIENCE = 60_000;

    private final Tenant tenant = Tenant.fresh();
    private Chromium chromium;

    @BeforeAll
    void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        chromium = Chromium.on(Testbed.node());
    }

    @AfterEach
    void nothing_went_wrong() {
        chromium.assertNothingWentWrong();
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_run_is_counted_started_and_seen_to_its_end() {
        CameraJpegs.small(40).withBrokenEvery(20).fill(tenant.bucket("seen"));
        Page page = chromium.signedIn(tenant, "operator");
        page.keyboard().press("n");
        page.waitForURL("**/start.xhtml");
        page.getByLabel("Bucket").selectOption("seen");
        press(page, "Count first");
        assertThat(page.locator(".toast")).containsText("Counted: 40 objects.");
        assertThat(page.locator(".choices label").first()).containsText("40");
        try (Gate gate = gate()) {
            press(page, "Start");
            page.waitForURL("**/run.xhtml**");
            assertThat(page.locator(".toast")).containsText("The run is started.");
            assertThat(state(page)).hasText("running");
        }
        assertThat(state(page)).hasText("completed");
        assertThat(figure(page, "Done")).hasText("40 of 40");
        assertThat(figure(page, "Failed")).hasText("2");
        assertThat(page.locator("#groups")).containsText("malformed");
        assertThat(page.locator("#failures tbody tr a.object")).hasCount(2);
        assertThat(page.locator("#executions")).containsText("COMPLETED");
    }

    @Test
    void a_run_is_stopped_and_goes_on() {
        CameraJpegs.small(40).fill(tenant.bucket("stopped"));
        Page page = chromium.signedIn(tenant, "operator");
        try (Gate gate = gate()) {
            page.navigate("/console/run.xhtml?id=" + tenant.open("bucket=stopped"));
            assertThat(state(page)).hasText("running");
            press(page, "Stop");
            assertThat(page.locator(".toast")).containsText("The run stops");
            assertThat(state(page)).hasText(Pattern.compile("stopping|stopped"));
        }
        assertThat(state(page)).hasText("stopped");
        press(page, "Restart");
        assertThat(page.locator(".toast").last()).containsText("goes on where it stopped");
        assertThat(state(page)).hasText("completed");
        assertThat(figure(page, "Done")).hasText("40 of 40");
    }

    @Test
    void what_failed_is_mended_and_one_group_of_it_tried_again() throws Exception {
        Path bucket = tenant.bucket("mended");
        CameraJpegs.small(20).fill(bucket);
        Files.writeString(bucket.resolve("broken.jpg"), "no picture");
        JsonNode first = tenant.backfill("bucket=mended");
        assertThat(first.get("failed").asLong()).isEqualTo(1);
        try (Stream<Path> files = Files.walk(bucket)) {
            Path good = files.filter(file -> Files.isRegularFile(file) && !file.endsWith("broken.jpg"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(good, bucket.resolve("broken.jpg"), StandardCopyOption.REPLACE_EXISTING);
        }
        Page page = chromium.signedIn(tenant, "operator");
        page.navigate("/console/run.xhtml?id=" + first.get("id").asText());
        page.locator("#groups tbody a").click();
        press(page, "Retry this group");
        assertThat(page.getByText("retry of an earlier run")).isVisible();
        assertThat(state(page)).hasText("completed");
        assertThat(figure(page, "Succeeded")).hasText("1");
        page.goBack();
        assertThat(page.locator("#failures tbody tr", new Page.LocatorOptions().setHasText("enriched")))
                .hasCount(1);
    }

    @Test
    void a_dead_letter_is_redriven() {
        long letter = Waiting.letter(tenant, Waiting.KIND, "the disk is full");
        Page page = chromium.signedIn(tenant, "operator");
        page.navigate("/console/dead-letters.xhtml?text=disk");
        page.getByLabel("Choose job " + letter).check();
        assertThat(page.locator(".chosen-bar")).containsText("1 chosen");
        press(page, "Redrive");
        assertThat(page.locator(".toast")).containsText("1 job redriven.");
        assertThat(page.locator("#letters")).containsText("No dead letters here.");
        page.navigate("/console/job.xhtml?id=" + letter);
        assertThat(page.locator("main")).containsText("available");
    }

    @Test
    void filters_stand_in_the_address_and_survive_a_reload_and_the_way_back() {
        CameraJpegs.small(2).fill(tenant.bucket("filtered"));
        tenant.backfill("bucket=filtered");
        Page page = chromium.signedIn(tenant, "viewer");
        page.keyboard().press("g");
        page.keyboard().press("r");
        page.waitForURL("**/runs.xhtml");
        page.getByLabel("State").selectOption("completed");
        page.waitForURL("**/runs.xhtml?status=completed");
        page.getByLabel("Bucket").selectOption("filtered");
        page.waitForURL("**/runs.xhtml?status=completed&bucket=filtered");
        page.reload();
        assertThat(page.getByLabel("State")).hasValue("completed");
        assertThat(page.getByLabel("Bucket")).hasValue("filtered");
        assertThat(page.locator("#runs tbody tr")).hasCount(1);
        page.goBack();
        assertThat(page.getByLabel("Bucket")).hasValue("");
        assertThat(page.getByLabel("State")).hasValue("completed");
    }

    @Test
    void a_viewer_looks_and_does_not_act() {
        CameraJpegs.small(2).fill(tenant.bucket("looked-at"));
        Page page = chromium.signedIn(tenant, "viewer");
        page.navigate("/console/start.xhtml?bucket=looked-at");
        press(page, "Start");
        assertThat(page.locator(".toast.refused")).containsText("Your role does not allow this (steer-runs)");
        // Without the page's script the server says it.
        page.locator("#page\\:start").evaluate("button => { delete button.dataset.right; }");
        press(page, "Start");
        assertThat(page.locator(".toast.refused")).hasCount(2);
        assertThat(page.locator(".toast.refused").last()).containsText("Ask an operator or an admin.");
        assertThat(tenant.number("""
                        select count(*) from audit.enricher_invocations
                         where tenant_id = ? and action = 'backfill' and result = 'forbidden'
                        """, tenant.id())).isEqualTo(1);
        assertThat(tenant.number(
                        "select count(*) from public.media_enrich_runs where tenant_id = ? and bucket = 'looked-at'",
                        tenant.id()))
                .isZero();
    }

    @Test
    void hostile_names_are_shown_and_do_nothing() throws Exception {
        Path bucket = tenant.bucket("hostile");
        String name = "<img src=x onerror=document.title='hit'>'\"&{{1}}#{1+1}\u202egpj.jpg";
        Files.writeString(bucket.resolve(name), "no picture");
        Page page = chromium.signedIn(tenant, "operator");
        page.navigate("/console/run.xhtml?id="
                + tenant.backfill("bucket=hostile").get("id").asText());
        Locator shown = page.locator("#failures tbody tr a.object");
        assertThat(shown).hasText(name);
        assertThat(page).hasTitle("Run on hostile · Media Enricher");
        assertThat(page.locator("main img")).hasCount(0);
        page.navigate("/console/runs.xhtml?by="
                + URLEncoder.encode("\"><script>document.title='hit'</script>", StandardCharsets.UTF_8));
        assertThat(page.getByLabel("Started by")).hasValue("\"><script>document.title='hit'</script>");
        assertThat(page).hasTitle("Runs · Media Enricher");
    }

    @Test
    void what_is_marked_stays_while_the_page_follows() {
        CameraJpegs.small(2).fill(tenant.bucket("marked"));
        tenant.backfill("bucket=marked");
        Page page = chromium.signedIn(tenant, "viewer");
        page.navigate("/console/runs.xhtml?bucket=marked");
        page.evaluate("getSelection().selectAllChildren(document.querySelector('#runs tbody tr'))");
        tenant.backfill("bucket=marked");
        page.waitForResponse(answer -> answer.url().contains("runs.xhtml"), () -> {});
        page.waitForResponse(answer -> answer.url().contains("runs.xhtml"), () -> {});
        assertThat(page.locator("#runs tbody tr")).hasCount(1);
        page.evaluate("getSelection().removeAllRanges()");
        assertThat(page.locator("#runs tbody tr")).hasCount(2);
    }

    @Test
    void keys_lead_and_help_tells_them() {
        Page page = chromium.signedIn(tenant, "viewer");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.keyboard().press("Escape");
        page.navigate("/console/runs.xhtml");
        page.keyboard().press("/");
        assertThat(page.getByLabel("Started by")).isFocused();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Dark or light"))
                .click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    private static Gate gate() {
        return Gate.beforeInserts(Testbed.sandbox().database(), "public.media_assets");
    }

    /** Also one that says beforehand it will refuse. */
    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click(new Locator.ClickOptions().setForce(true));
    }

    private static Locator state(Page page) {
        return page.locator("#state .badge");
    }

    private static Locator figure(Page page, String name) {
        return page.locator("#state .figures > div", new Page.LocatorOptions().setHasText(name))
                .locator("dd");
    }
}
