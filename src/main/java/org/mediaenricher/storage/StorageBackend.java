package org.mediaenricher.storage;

import org.mediaenricher.problems.Settings;

/** A kind of store that can be configured. To add one, add a CDI bean of this type: nothing else changes. */
public interface StorageBackend {
    /** The word that chooses it, the value of {@code mediaenricher.storage.kind}. */
    String kind();

    /**
     * Opens the store. Does not wait for it to be reachable; {@link ObjectStore#check} tells.
     *
     * @param settings those under {@code mediaenricher.storage.}
     * @throws org.mediaenricher.problems.BadSetting when one is missing or wrong
     */
    ObjectStore open(Settings settings);
}
