package org.mediaenricher.leases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mediaenricher.tenancy.RowScoped;

/**
 * This server among those that share the database. {@link #beat} must be called every few seconds; a node that was
 * silent for longer than its lease comes back under a new incarnation, for others may have taken up its work.
 */
@ApplicationScoped
public class ThisNode {
    /** How long a node that stopped beating still counts as alive, unless its process is seen to have ended. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(ThisNode.class);

    private static final String BEAT = """
            update enricher.nodes
               set seen_at = clock_timestamp(), lease_until = clock_timestamp() + cast(:lease as interval),
                   steady_since = case when seen_at > clock_timestamp() - interval '12 seconds' then steady_since
                                       else clock_timestamp() end,
                   lifeline = enricher.holds_lifeline(incarnation)
             where name = :name and incarnation = :incarnation and lease_until > clock_timestamp()
            """;

    private static final String REGISTER = """
            insert into enricher.nodes (name, incarnation, version, started_at, seen_at, lease_until)
            values (:name, nextval('enricher.incarnations'), :version, clock_timestamp(), clock_timestamp(),
                    clock_timestamp() + cast(:lease as interval))
            on conflict (name) do update
               set incarnation = excluded.incarnation, version = excluded.version, started_at = excluded.started_at,
                   seen_at = excluded.seen_at, lease_until = excluded.lease_until, lifeline = false,
                   steady_since = excluded.seen_at
            returning incarnation
            """;

    private static final String RETIRE = "delete from enricher.nodes where name = :name and incarnation = :incarnation";

    private static final String DEAD = """
            select n.name from enricher.nodes n where not enricher.is_alive(n.incarnation)
            """;

    private final String name = System.getProperty("jboss.node.name", "local");

    @PersistenceContext
    private EntityManager database;

    private volatile Incarnation current;

    /** This node's life as the database knows it, empty until the first heartbeat got through. */
    public Optional<Incarnation> incarnation() {
        return Optional.ofNullable(current);
    }

    /** Tells the database that this node lives, and gives it a new incarnation where the old one has run out. */
    @Transactional(TxType.REQUIRES_NEW)
    @RowScoped
    public Incarnation beat() {
        Incarnation before = current;
        if (before == null || !stillCounts(before)) {
            current = register();
            LOG.infof(
                    before == null
                            ? "Node %s is up, incarnation %d"
                            : "Node %s was silent for longer than its lease and goes on as incarnation %d",
                    name,
                    current.number());
        }
        return current;
    }

    /** Gives up this life: what the node leased is free at once. */
    @Transactional(TxType.REQUIRES_NEW)
    @RowScoped
    public void retire() {
        incarnation()
                .ifPresent(mine -> database.createNativeQuery(RETIRE)
                        .setParameter("name", name)
                        .setParameter("incarnation", mine.number())
                        .executeUpdate());
        current = null;
    }

    /** Who else was there and did not come back. */
    @Transactional(TxType.REQUIRES_NEW)
    @RowScoped
    List<String> namesOfTheDead() {
        return database.createNativeQuery(DEAD, String.class).getResultList();
    }

    private boolean stillCounts(Incarnation mine) {
        return database.createNativeQuery(BEAT)
                        .setParameter("lease", LEASE.toString())
                        .setParameter("name", name)
                        .setParameter("incarnation", mine.number())
                        .executeUpdate()
                == 1;
    }

    private Incarnation register() {
        Object number = database.createNativeQuery(REGISTER, Long.class)
                .setParameter("name", name)
                .setParameter("version", Version.OF_THIS_SERVER)
                .setParameter("lease", LEASE.toString())
                .getSingleResult();
        return new Incarnation(name, (Long) number);
    }
}
