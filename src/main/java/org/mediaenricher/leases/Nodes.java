package org.mediaenricher.leases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import org.mediaenricher.tenancy.RowScoped;

/**
 * All servers that share the database, also those that are gone and did not say so. Seen in the scope of the service
 * alone; their names and heartbeats are no tenant's, and may be shown to whoever may look at the console.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@RowScoped
public class Nodes {
    private static final String ALL = """
            select n.name, n.incarnation, n.version, n.started_at, n.seen_at, n.lease_until, n.lifeline,
                   enricher.is_alive(n.incarnation)
              from enricher.nodes n
             order by n.name
            """;

    @PersistenceContext
    private EntityManager database;

    /** By name. */
    public List<Node> all() {
        List<Tuple> rows = database.createNativeQuery(ALL, Tuple.class).getResultList();
        return rows.stream().map(Nodes::node).toList();
    }

    private static Node node(Tuple row) {
        return new Node(
                row.get(0, String.class),
                ((Number) row.get(1)).longValue(),
                row.get(2, String.class),
                row.get(3, Instant.class),
                row.get(4, Instant.class),
                row.get(5, Instant.class),
                row.get(6, Boolean.class),
                row.get(7, Boolean.class));
    }
}
