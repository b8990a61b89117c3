package org.mediaenricher.queue;

import jakarta.persistence.EntityManager;

/** Tells waiting nodes, with the commit of the running transaction, of jobs that may be claimed now. */
final class Wakeup {
    private static final String TELL = "select cast(pg_notify('enricher_jobs', :kind) as text)";

    private Wakeup() {}

    static void tell(EntityManager database, String kind) {
        database.createNativeQuery(TELL).setParameter("kind", kind).getResultList();
    }
}
