package org.mediaenricher.queue;

import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.TenantId;

/** Whose job it is, as the tables write it: the tenant 0 stands for nobody's. */
final class Owner {
    static final UUID NOBODY = new UUID(0, 0);

    private Owner() {}

    static UUID column(Optional<TenantId> tenant) {
        return tenant.map(TenantId::value).orElse(NOBODY);
    }

    static Optional<TenantId> tenant(UUID column) {
        return column.equals(NOBODY) ? Optional.empty() : Optional.of(new TenantId(column));
    }

    /** What the server may see when it works for them. */
    static RowScope scope(UUID column) {
        return tenant(column).map(RowScope::service).orElseGet(RowScope::service);
    }
}
