package org.mediaenricher.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.mediaenricher.harness.Browser;
import org.mediaenricher.harness.Browser.Page;
import org.mediaenricher.harness.Tenant;
import org.mediaenricher.harness.Testbed;

/**
 * Somebody signed in.
 *
 * @param name what they signed in with
 */
record Visit(Browser browser, String name) {
    /** A new operator of the tenant, in a browser of their own. */
    static Visit of(Tenant tenant, String role) {
        String name = role + "-" + UUID.randomUUID();
        JsonNode made = tenant.admin()
                .post("/api/operators", "{\"name\":\"" + name + "\",\"user_role\":\"" + role + "\"}")
                .json();
        Browser browser = Browser.on(Testbed.node());
        Map<String, String> fields =
                Map.of("name", name, "password", made.get("password").asText());
        browser.submit(browser.open("/console/sign-in.xhtml"), "person", fields, "enter");
        return new Visit(browser, name);
    }

    /** A page of the console. */
    Page open(String page) {
        return browser.open("/console/" + page);
    }
}
