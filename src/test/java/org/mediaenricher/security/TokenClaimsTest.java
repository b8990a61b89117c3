package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediaenricher.problems.BadSetting;
import org.mediaenricher.problems.MapConfig;

/** Who a token speaks of, as issuers write it. */
class TokenClaimsTest {
    private static final String TENANT = "11111111-1111-4111-8111-111111111111";
    private static final Map<String, String> KEYCLOAK = Map.of(
            "mediaenricher.security.role-claim", "resource_access.enricher.roles",
            "mediaenricher.security.user-role-claim", "realm_access.roles",
            "mediaenricher.security.tenant-claim", "https://example.org/tenant,tenant",
            "mediaenricher.security.default-role", "authenticated");

    private final Map<String, Object> claims = new HashMap<>(Map.of("sub", "somebody"));

    @Test
    void a_user_of_supabase_has_the_rights_of_their_app_metadata() {
        claims.put("role", "authenticated");
        claims.put("user_metadata", Map.of("user_role", "admin", "tenant_id", TENANT));
        claims.put("groups", List.of("admin", Rights.MANAGE_USERS));
        assertThat(caller(Map.of()).groups()).containsExactlyInAnyOrder("authenticated", Rights.READ);
        assertThat(caller(Map.of()).tenant()).isEmpty();
        claims.put("app_metadata", Map.of("user_role", "operator", "tenant_id", TENANT));
        assertThat(caller(Map.of()).groups())
                .containsExactlyInAnyOrder(
                        "authenticated",
                        "operator",
                        Rights.READ,
                        Rights.USE_CONSOLE,
                        Rights.STEER_RUNS,
                        Rights.STEER_QUEUE,
                        Rights.EDIT_ASSETS);
        assertThat(caller(Map.of()).tenantOrRefuse()).hasToString(TENANT);
    }

    @Test
    void the_tenant_may_stand_at_the_top() {
        claims.putAll(Map.of("role", "authenticated", "tenant_id", TENANT));
        assertThat(caller(Map.of()).tenantOrRefuse()).hasToString(TENANT);
        claims.put("tenant_id", "none");
        assertThat(caller(Map.of()).tenant()).isEmpty();
    }

    @Test
    void a_service_has_the_tenant_it_names_and_no_other() {
        claims.putAll(
                Map.of("role", "service_role", "tenant_id", TENANT, "app_metadata", Map.of("user_role", "admin")));
        assertThat(caller(Map.of()).role()).isEqualTo(Role.SERVICE);
        assertThat(caller(Map.of()).tenant()).isEmpty();
        assertThat(caller(Map.of()).userRole()).isEmpty();
    }

    @Test
    void a_user_of_keycloak_has_the_most_of_their_roles() {
        claims.put("realm_access", Map.of("roles", List.of("offline_access", "viewer", "operator")));
        claims.put("https://example.org/tenant", TENANT);
        assertThat(caller(KEYCLOAK).role()).isEqualTo(Role.AUTHENTICATED);
        assertThat(caller(KEYCLOAK).userRole()).contains(Role.OPERATOR);
        assertThat(caller(KEYCLOAK).tenantOrRefuse()).hasToString(TENANT);
        claims.put("resource_access", Map.of("enricher", Map.of("roles", List.of("service_role"))));
        assertThat(caller(KEYCLOAK).role()).isEqualTo(Role.SERVICE);
    }

    @Test
    void who_names_no_role_of_ours_is_nobody() {
        claims.put("app_metadata", Map.of("user_role", "admin", "tenant_id", TENANT));
        for (Object role : List.of("", "postgres", "ADMIN", 1, Map.of("a", "b"))) {
            claims.put("role", role);
            assertThat(caller(Map.of()).groups()).as("%s", role).containsExactly("anon");
        }
    }

    @Test
    void a_claim_that_users_write_is_never_read() {
        MapConfig config =
                new MapConfig(Map.of("mediaenricher.security.tenant-claim", "tenant_id, user_metadata.tenant"));
        assertThatThrownBy(() -> new TokenSettings(config))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("tenant-claim");
    }

    private Caller caller(Map<String, String> settings) {
        return new TokenClaims(new TokenSettings(new MapConfig(settings))).caller(claims);
    }
}
