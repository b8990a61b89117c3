package org.mediaenricher.security;

/** The words {@code @RolesAllowed} knows: the top-level {@code role} of a token, and its {@code app_metadata.user_role}. */
public final class Rights {
    /** Any signed-in user of a tenant: reads what is their tenant's. */
    public static final String AUTHENTICATED = "authenticated";

    /** Reads. */
    public static final String VIEWER = "viewer";

    /** Starts, stops and retries. */
    public static final String OPERATOR = "operator";

    /** All an operator may, and the audit log. */
    public static final String ADMIN = "admin";

    /** The server's own peers: acts for the tenant it names. */
    public static final String SERVICE = "service_role";

    private Rights() {}
}
