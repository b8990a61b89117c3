package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.mediaenricher.harness.Api;
import org.mediaenricher.harness.Archives;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.Testbed;
import org.mediaenricher.harness.Tokens;

/** Whatever we do about keys, it is MicroProfile JWT: its token and claims are injected, and its roles are those of a caller. */
@ArquillianTest
class JsonWebTokenIT {
    @ArquillianResource
    private URL server;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.application().addClass(WhoAmI.class);
    }

    @Test
    void token_and_claims_are_injected() throws URISyntaxException {
        Api.Answer answer = as("admin").get("/api/who-am-i");
        assertThat(answer.body()).isEqualTo("kim " + Sandbox.ISSUER + " admin@example.org true");
    }

    @Test
    void roles_allowed_asks_for_the_role_in_app_metadata() throws URISyntaxException {
        assertThat(as("admin").get("/api/who-am-i/admin").status()).isEqualTo(200);
        assertThat(as("operator").get("/api/who-am-i/admin").status()).isEqualTo(403);
        assertThat(Api.nobody(address()).get("/api/who-am-i/admin").status()).isEqualTo(401);
    }

    private Api as(String userRole) throws URISyntaxException {
        Tokens.Draft token = Testbed.sandbox().tokens().user(Sandbox.TENANT, userRole);
        return Api.bearer(address(), token.claim("sub", "kim").sign());
    }

    private URI address() throws URISyntaxException {
        return server.toURI();
    }
}
