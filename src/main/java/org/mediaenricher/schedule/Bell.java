package org.mediaenricher.schedule;

import org.jboss.logging.Logger;

/** Rings until it is answered: a failure is logged once, and once that it is over, not with every stroke between. */
final class Bell {
    private static final Logger LOG = Logger.getLogger(Bell.class);

    private final String name;
    private volatile boolean unanswered;

    Bell(String name) {
        this.name = name;
    }

    void ring(Runnable work) {
        try {
            work.run();
            if (unanswered) {
                LOG.infof("%s: works again", name);
                unanswered = false;
            }
        } catch (RuntimeException failure) {
            if (!unanswered) {
                LOG.warnf("%s: %s; goes on trying", name, failure);
                unanswered = true;
            }
        }
    }
}
