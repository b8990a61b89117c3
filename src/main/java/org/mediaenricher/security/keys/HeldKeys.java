package org.mediaenricher.security.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.BadSetting;

/** What one source said last. While it says nothing usable, its keys stay good for the length of an outage. */
final class HeldKeys {
    private static final Logger LOG = Logger.getLogger(HeldKeys.class);

    private final KeySource source;
    private List<VerificationKey> keys = List.of();
    private Instant readAt;
    private boolean troubled;

    private HeldKeys(KeySource source, Instant readAt) {
        this.source = source;
        this.readAt = readAt;
    }

    /**
     * Reads for the first time.
     *
     * @throws BadSetting when what is there is of no use; what is away may come
     */
    static HeldKeys atStart(KeySource source, Instant now) {
        HeldKeys held = new HeldKeys(source, now);
        try {
            held.keys = source.read();
            if (held.keys.isEmpty()) {
                throw new BadSetting(source.setting(), "has no key for mediaenricher.security.algorithms");
            }
        } catch (UnusableKeys unusable) {
            if (!unusable.isAway()) {
                throw new BadSetting(source.setting(), unusable.getMessage());
            }
            held.complain(unusable);
        }
        return held;
    }

    void readAgain(Instant now, Duration outage) {
        try {
            keys = source.read();
            readAt = now;
            if (troubled) {
                LOG.infof("%s can be read again", source.setting());
                troubled = false;
            }
        } catch (UnusableKeys unusable) {
            complain(unusable);
            forgetAfter(outage, now);
        }
    }

    List<VerificationKey> keys() {
        return keys;
    }

    String setting() {
        return source.setting();
    }

    private void forgetAfter(Duration outage, Instant now) {
        if (!keys.isEmpty() && now.isAfter(readAt.plus(outage))) {
            LOG.errorf("%s could not be read for %s; its keys count no longer", source.setting(), outage);
            keys = List.of();
        }
    }

    /** Once, not at every try. */
    private void complain(UnusableKeys unusable) {
        if (!troubled) {
            LOG.warnf("%s %s; going on with what was there", source.setting(), unusable.getMessage());
            troubled = true;
        }
    }
}
