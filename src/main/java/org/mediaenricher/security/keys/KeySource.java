package org.mediaenricher.security.keys;

import java.util.List;

/** Where keys come from. */
interface KeySource {
    /** The setting that names it. */
    String setting();

    /**
     * The keys as they are now; it may take seconds.
     *
     * @throws UnusableKeys saying why there are none
     */
    List<VerificationKey> read() throws UnusableKeys;
}
