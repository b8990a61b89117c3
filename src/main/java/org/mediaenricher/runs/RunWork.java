package org.mediaenricher.runs;

import java.util.Optional;
import java.util.UUID;
import org.mediaenricher.tenancy.RowScope;
import org.mediaenricher.tenancy.TenantId;

/**
 * What the one who does the work needs to know of a run.
 *
 * @param id the run
 * @param tenant whose
 * @param location where the bucket lies in the store
 * @param bucket the bucket's name
 * @param prefix only keys that begin with it
 * @param limit how many objects at the most, 0 for all
 * @param mode which objects
 * @param looks whether pictures are decoded too
 * @param retry whose failures are tried again, empty for none
 */
public record RunWork(
        UUID id,
        TenantId tenant,
        String location,
        String bucket,
        String prefix,
        long limit,
        RunMode mode,
        boolean looks,
        Optional<Retry> retry) {
    /** The scope its chunks are written in: the run's own tenant, and no other. */
    public RowScope scope() {
        return RowScope.service(tenant);
    }
}
