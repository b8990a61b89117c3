package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediaenricher.console.Waiting.KIND;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Browser;
import org.mediaenricher.harness.Browser.Page;
import org.mediaenricher.harness.Tenant;

/** Jobs that were given up, as the console shows them, and what is done about them there. */
class DeadLettersPageIT {
    private static final String LETTERS = "/console/dead-letters.xhtml";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Tenant tenant = Tenant.fresh();
    private final Browser operator = Browser.signedIn(tenant, "operator");

    @Test
    void letters_stand_together_by_the_first_line_of_their_reason() {
        Waiting.letter(tenant, KIND, "the disk is full\nin attempt 1");
        Waiting.letter(tenant, KIND, "the disk is full\nin attempt 2");
        Waiting.letter(tenant, "other-kind", "<i>no</i>");
        String page = operator.open(LETTERS).text();
        String link = LETTERS + "?kind=" + KIND + "&text=the+disk+is+full";
        assertThat(page)
                .contains("href=\"" + link.replace("&", "&amp;") + "\">the disk is full</a>")
                .contains("3 dead letters match")
                .contains("&lt;i&gt;no")
                .doesNotContain("<i>no");
        assertThat(operator.open(link).text()).contains("2 dead letters match").doesNotContain("&lt;i&gt;no");
    }

    @Test
    void chosen_letters_are_redriven_or_discarded() {
        long one = Waiting.letter(tenant, KIND, "a");
        long two = Waiting.letter(tenant, KIND, "b");
        assertThat(each(operator, List.of(one), "redrive").text()).contains("1 job redriven.");
        assertThat(Waiting.row(tenant, one)).containsEntry("status", "available");
        assertThat(each(operator, List.of(two), "discard").text()).contains("1 job discarded.");
        assertThat(Waiting.row(tenant, two)).containsEntry("status", "gone");
        assertThat(operator.open(LETTERS).text()).contains("No dead letters here.");
    }

    @Test
    void all_that_match_are_redriven_with_a_reason_and_one_sees_how_far_it_is() {
        long match = Waiting.letter(tenant, KIND, "the disk is full");
        long other = Waiting.letter(tenant, KIND, "no way");
        assertThat(all(operator, " ").text()).contains("A reason is needed");
        assertThat(all(operator, "it has <room> again").text()).contains("1 are redriven");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> operator.open(LETTERS).text().contains("<span class=\"badge completed\">"));
        assertThat(operator.open(LETTERS).text())
                .contains("it has &lt;room&gt; again")
                .contains("1 of 1");
        assertThat(Waiting.row(tenant, match)).containsEntry("status", "available");
        assertThat(Waiting.row(tenant, other)).containsEntry("status", "dead");
        assertThat(Waiting.audited(tenant, "redrive-all", "done")).isEqualTo(1);
    }

    @Test
    void a_viewer_is_refused_in_words() {
        long one = Waiting.letter(tenant, KIND, "the disk is full");
        Browser viewer = Browser.signedIn(tenant, "viewer");
        assertThat(each(viewer, List.of(one), "discard").text()).contains("Your role does not allow this");
        assertThat(all(viewer, "why not").text()).contains("Your role does not allow this");
        assertThat(Waiting.row(tenant, one)).containsEntry("status", "dead");
        assertThat(Waiting.audited(tenant, "discard", "forbidden")).isEqualTo(1);
        assertThat(Waiting.audited(tenant, "redrive-all", "forbidden")).isEqualTo(1);
    }

    @Test
    void letters_of_others_are_not_there() {
        Tenant other = Tenant.fresh();
        long foreign = Waiting.letter(other, KIND, "a secret");
        assertThat(operator.open(LETTERS).text()).doesNotContain("a secret");
        assertThat(each(operator, List.of(foreign), "discard").text()).contains("There is no dead letter " + foreign);
        assertThat(Waiting.row(other, foreign)).containsEntry("status", "dead");
    }

    private static Page all(Browser browser, String reason) {
        return browser.submit(browser.open(LETTERS + "?text=disk"), "page", Map.of("reason", reason), "redriveAll");
    }

    private static Page each(Browser browser, List<Long> chosen, String button) {
        return browser.submit(browser.open(LETTERS), "list", chosen, Map.of(), button);
    }
}
