package org.mediaenricher.tenancy;

import java.util.Locale;
import java.util.UUID;

/** Whoever is tried: the role a transaction acts in, and the claims it has. The tenant in them is their own. */
enum Actor {
    ANON("anon", "{'role':'anon','sub':'someone','app_metadata':{'tenant_id':'TENANT','user_role':'admin'}}"),
    AUTHENTICATED("authenticated", "{'role':'authenticated','sub':'someone','app_metadata':{'tenant_id':'TENANT'}}"),
    VIEWER("authenticated", user("viewer")),
    OPERATOR("authenticated", user("operator")),
    ADMIN("authenticated", user("admin")),
    SERVICE("service_role", "{'role':'service_role','app_metadata':{'tenant_id':'TENANT'}}"),
    SERVICE_FOR_ALL("service_role", "{'role':'service_role'}"),
    NO_CLAIMS("authenticated", "{}"),
    LOGIN("none", user("admin"));

    private final String role;
    private final String claims;

    Actor(String role, String claims) {
        this.role = role;
        this.claims = claims.replace('\'', '"');
    }

    private static String user(String userRole) {
        return "{'role':'authenticated','sub':'someone','app_metadata':{'tenant_id':'TENANT','user_role':'" + userRole
                + "'}}";
    }

    /** The word for it in {@code row-security.txt}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    RowScope scope(UUID tenant) {
        return new RowScope(role, claims.replace("TENANT", tenant.toString()));
    }
}
