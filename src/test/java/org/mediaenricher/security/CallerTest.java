package org.mediaenricher.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.TenantId;

class CallerTest {
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Test
    void acts_for_the_tenant_of_the_token() {
        Caller caller = new Caller("u", Role.AUTHENTICATED, Optional.of(Role.ADMIN), Optional.of(tenant));
        assertThat(caller.tenantOrRefuse()).isEqualTo(tenant);
    }

    @Test
    void without_a_tenant_is_refused_and_told_where_it_is_looked_for() {
        Caller user = new Caller("u", Role.AUTHENTICATED, Optional.empty(), Optional.empty());
        Caller service = new Caller("s", Role.SERVICE, Optional.empty(), Optional.empty());
        assertThatThrownBy(user::tenantOrRefuse)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("app_metadata.tenant_id");
        assertThatThrownBy(service::tenantOrRefuse).isInstanceOf(Problem.class).hasMessageContaining("X-Tenant-Id");
    }
}
