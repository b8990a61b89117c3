package org.mediaenricher.tenancy;

import java.util.UUID;

/**
 * Whose rows these are. Every tenant table begins its key with it.
 *
 * @param value the tenant's id, as in {@code public.tenants.id}
 */
public record TenantId(UUID value) {
    public TenantId {
        if (value == null) {
            throw new IllegalArgumentException("a tenant id is needed");
        }
    }

    /**
     * Reads a tenant id from a claim or header.
     *
     * @param text a UUID in its canonical form
     * @throws IllegalArgumentException when it is not one
     */
    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
