package org.mediaenricher.problems;

import org.jboss.logging.Logger;

/** Work that is done again and again: a failure is logged once, and once that it is over, not each time in between. */
public final class Repeated {
    private static final Logger LOG = Logger.getLogger(Repeated.class);

    private final String name;
    private volatile boolean failing;

    /**
     * @param name of the work, for the log
     */
    public Repeated(String name) {
        this.name = name;
    }

    /** Does the work once more; answers whether it went well. */
    public boolean run(Runnable work) {
        try {
            work.run();
            if (failing) {
                LOG.infof("%s: works again", name);
                failing = false;
            }
            return true;
        } catch (Exception failure) { // an interceptor that commits throws checked ones too
            if (!failing) {
                LOG.warnf("%s: %s; goes on trying", name, failure);
                failing = true;
            }
            return false;
        }
    }
}
