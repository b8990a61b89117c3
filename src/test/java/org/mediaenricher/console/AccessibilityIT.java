package org.mediaenricher.console;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.Chromium;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/** WCAG 2.2, AA, as far as a program can tell: every page, light and dark, wide and narrow. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessibilityIT {
    private final Tenant tenant = Tenant.fresh();
    private Chromium chromium;
    private List<String> pages;

    @BeforeAll
    void fill() {
        chromium = Chromium.on(Testbed.node());
        CameraJpegs.small(20).withBrokenEvery(10).fill(tenant.bucket("photos"));
        String run = tenant.backfill("bucket=photos").get("id").asText();
        long letter = Waiting.letter(tenant, Waiting.KIND, "the disk is full");
        pages = List.of(
                "index.xhtml",
                "start.xhtml",
                "runs.xhtml",
                "runs.xhtml?status=stopped",
                "run.xhtml?id=" + run,
                "run.xhtml?id=" + run + "&code=malformed",
                "queue.xhtml",
                "queue.xhtml?kind=" + Waiting.KIND,
                "queue.xhtml?range=day&status=completed",
                "job.xhtml?id=" + letter,
                "dead-letters.xhtml",
                "schedules.xhtml",
                "schedule.xhtml",
                "assets.xhtml",
                "assets.xhtml?tag=none",
                "asset.xhtml?id=" + tenant.assets().get(0).get("id"),
                "nodes.xhtml",
                "audit.xhtml",
                "settings.xhtml",
                "password.xhtml",
                "refused.xhtml");
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void pages_have_no_violation_in_the_light() {
        assertAccessible(new NewContextOptions());
    }

    @Test
    void pages_have_no_violation_in_the_dark() {
        assertAccessible(Chromium.dark());
    }

    @Test
    void pages_have_no_violation_on_a_narrow_screen_and_never_scroll_sideways() {
        assertAccessible(Chromium.narrow());
    }

    private void assertAccessible(NewContextOptions screen) {
        Page page = chromium.signedIn(tenant, "admin", screen);
        SoftAssertions softly = new SoftAssertions();
        for (String each : pages) {
            page.navigate("/console/" + each);
            softly.assertThat(Chromium.violations(page)).as(each).isEmpty();
            softly.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits its screen", each)
                    .isEqualTo(true);
        }
        softly.assertAll();
        chromium.assertNothingWentWrong();
    }
}
