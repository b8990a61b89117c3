package org.mediaenricher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Testbed;

/** The console's address leads to a page of ours, not to the server's own administration console. */
class OverviewPageIT {
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();

    @Test
    void the_console_s_address_leads_to_the_overview() throws IOException, InterruptedException {
        HttpResponse<String> page = get(Testbed.node().address().resolve("/console"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<title>Media Enricher</title>")
                .contains("<dd class=\"up\">up</dd>")
                .doesNotContain("<script");
        assertThat(page.uri().getPath()).isEqualTo("/console/index.xhtml");
    }

    @Test
    void the_page_s_style_is_served() throws IOException, InterruptedException {
        String page =
                get(Testbed.node().address().resolve("/console/index.xhtml")).body();
        String style = page.replaceAll("(?s).*href=\"([^\"]*console\\.css[^\"]*)\".*", "$1");
        assertThat(get(Testbed.node().address().resolve(style)).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    }

    private static HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return BROWSER.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }
}
