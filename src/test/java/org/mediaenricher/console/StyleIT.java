package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Browser;
import org.mediaenricher.harness.Browser.Page;
import org.mediaenricher.harness.Testbed;

/** What pages look like is no secret. */
class StyleIT {
    private final Browser browser = Browser.on(Testbed.node());

    @Test
    void the_page_s_style_is_served_to_anybody() {
        Page door = browser.open("/console/sign-in.xhtml");
        assertThat(door.text())
                .contains("<title>Sign in · Media Enricher</title>")
                .doesNotContain("<script");
        String style = door.text().replaceAll("(?s).*href=\"([^\"]*console\\.css[^\"]*)\".*", "$1");
        assertThat(browser.open(style).answer().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    }
}
