package org.mediaenricher.security;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.mediaenricher.tenancy.TenantId;

/** The few claims that count, read from a token and told to the policies. */
final class Claims {
    private Claims() {}

    /** A text inside a claim that is a JSON object, such as {@code app_metadata.user_role}. */
    static Optional<String> text(Object claim, String name) {
        if (claim instanceof JsonObject object) {
            JsonValue value = object.get(name);
            return text((Object) value);
        }
        return Optional.empty();
    }

    /** A claim that is a text. */
    static Optional<String> text(Object claim) {
        if (claim instanceof JsonString text) {
            return text(text.getString());
        }
        return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** What {@code auth.jwt()} answers inside the caller's transactions. */
    static String of(Caller caller, TenantId tenant) {
        JsonObjectBuilder metadata = Json.createObjectBuilder().add("tenant_id", tenant.toString());
        caller.userRole().ifPresent(userRole -> metadata.add("user_role", userRole));
        return Json.createObjectBuilder()
                .add("sub", caller.user())
                .add("role", caller.role())
                .add("app_metadata", metadata)
                .build()
                .toString();
    }
}
