package org.mediaenricher.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.RowScoped;

/** The buckets of the tenant in scope. */
@ApplicationScoped
@Transactional
@RowScoped
public class Buckets {
    @PersistenceContext
    private EntityManager database;

    /** All buckets, by name. */
    public List<Bucket> all() {
        return database.createQuery("select b from Bucket b order by b.name", Bucket.class)
                .getResultList();
    }

    /**
     * The bucket of that name.
     *
     * @throws Problem NOT_FOUND when the tenant has none
     */
    public Bucket named(String name) {
        List<Bucket> found = database.createQuery("select b from Bucket b where b.name = :name", Bucket.class)
                .setParameter("name", name)
                .getResultList();
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no bucket \"" + name + "\"."));
    }
}
