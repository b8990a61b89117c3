package org.mediaenricher.security;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.mediaenricher.tenancy.TenantId;

/** The few claims that count, as the policies are told them. */
final class Claims {
    private Claims() {}

    /** What {@code auth.jwt()} answers inside the caller's transactions. */
    static String of(Caller caller, TenantId tenant) {
        JsonObjectBuilder metadata = Json.createObjectBuilder().add("tenant_id", tenant.toString());
        caller.userRole().ifPresent(userRole -> metadata.add("user_role", userRole.word()));
        return Json.createObjectBuilder()
                .add("sub", caller.user())
                .add("role", caller.role().word())
                .add("app_metadata", metadata)
                .build()
                .toString();
    }
}
