package org.mediaenricher.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
        String operator = tenant.admin()
                .post("/api/operators", "{\"name\":\"kim-" + UUID.randomUUID() + "\",\"user_role\":\"viewer\"}")
                .json()
                .get("id")
                .asText();
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
                "operator.xhtml?id=" + operator,
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
    void pages_have_no_violation_in_light_and_dark_and_on_a_narrow_screen_and_never_scroll_sideways() {
        assertAccessible(chromium.signedIn(tenant, "admin"), pages);
    }

    @Test
    void the_way_in_has_no_violation_either() {
        assertAccessible(chromium.open(), List.of("sign-in.xhtml"));
    }

    private void assertAccessible(Page page, List<String> some) {
        SoftAssertions softly = new SoftAssertions();
        for (String each : some) {
            page.navigate("/console/" + each);
            for (Screen screen : Screen.values()) {
                screen.show(page);
                softly.assertThat(screen.violations.apply(page))
                        .as("%s, %s", each, screen)
                        .isEmpty();
                softly.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits its screen, %s", each, screen)
                        .isEqualTo(true);
            }
        }
        softly.assertAll();
        chromium.assertNothingWentWrong();
    }

    /** How a page is shown, without being asked for again, and what may be wrong with it only there. */
    private enum Screen {
        LIGHT(ColorScheme.LIGHT, 1280, Chromium::violations),
        DARK(ColorScheme.DARK, 1280, Chromium::violationsOfColor),
        NARROW(ColorScheme.LIGHT, 390, Chromium::violationsOfForm);

        private final ColorScheme colors;
        private final int width;
        private final Function<Page, List<String>> violations;

        Screen(ColorScheme colors, int width, Function<Page, List<String>> violations) {
            this.colors = colors;
            this.width = width;
            this.violations = violations;
        }

        void show(Page page) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(colors));
            page.setViewportSize(width, 800);
        }
    }
}
