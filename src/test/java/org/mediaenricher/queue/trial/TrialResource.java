package org.mediaenricher.queue.trial;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.mediaenricher.queue.Jobs;
import org.mediaenricher.queue.NewJob;
import org.mediaenricher.tenancy.TenantId;

/** Enqueues, as the rooms above the queue do. */
@Path("/trial")
@PermitAll
public class TrialResource {
    private static final int BATCH = 500;

    @Inject
    private Jobs jobs;

    @Inject
    private UserTransaction transaction;

    @Resource(lookup = "java:jboss/datasources/MediaEnricher")
    private DataSource database;

    /**
     * Many jobs in batches.
     *
     * @return how many a second
     */
    @POST
    @Path("/enqueue")
    public String enqueue(
            @QueryParam("tenant") String tenant, @QueryParam("kind") String kind, @QueryParam("count") int count) {
        NewJob job = job(tenant, kind, "{\"act\":\"write\",\"name\":\"x\"}");
        long began = System.nanoTime();
        for (int left = count; left > 0; left -= BATCH) {
            List<NewJob> batch = new ArrayList<>();
            for (int each = 0; each < Math.min(BATCH, left); each++) {
                batch.add(job);
            }
            jobs.enqueueAll(batch);
        }
        return String.valueOf(count / ((System.nanoTime() - began) / 1e9));
    }

    /** A row of business and a job about it in one transaction, which ends as it is told. */
    @POST
    @Path("/together")
    public String together(
            @QueryParam("tenant") String tenant,
            @QueryParam("name") String name,
            @QueryParam("commit") boolean commit,
            @QueryParam("fail") boolean fail)
            throws Exception {
        transaction.begin();
        try {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into public.trial_business (name) values (?)")) {
                insert.setString(1, name);
                insert.executeUpdate();
            }
            jobs.enqueue(job(
                    tenant,
                    "act-in-transaction",
                    Json.createObjectBuilder()
                            .add("act", "write")
                            .add("name", name)
                            .build()
                            .toString()));
            if (fail) {
                throw new IllegalStateException("as it was asked to");
            }
        } catch (Exception failure) {
            transaction.rollback();
            throw failure;
        }
        if (commit) {
            transaction.commit();
        } else {
            transaction.rollback();
        }
        return "{}";
    }

    private static NewJob job(String tenant, String kind, String payload) {
        try (var reader = Json.createReader(new java.io.StringReader(payload))) {
            return new NewJob(
                    Optional.of(TenantId.of(tenant)),
                    kind,
                    1,
                    reader.readObject(),
                    0,
                    java.time.Duration.ZERO,
                    5,
                    Optional.empty());
        }
    }
}
