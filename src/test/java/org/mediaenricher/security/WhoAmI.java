package org.mediaenricher.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What an engineer would write who knows MicroProfile JWT and nothing of us. */
@Path("/api/who-am-i")
@RequestScoped
public class WhoAmI {
    @Inject
    private JsonWebToken token;

    @Inject
    @Claim("email")
    private String email;

    /** Anybody with a token. */
    @GET
    public String anybody() {
        return String.join(
                " ",
                token.getName(),
                token.getIssuer(),
                email,
                String.valueOf(token.getGroups().contains("admin")));
    }

    /** Admins. */
    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    public String admin() {
        return "admin";
    }
}
