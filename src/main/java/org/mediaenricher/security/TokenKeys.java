package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mediaenricher.security.keys.KeyRing;

/** The keys tokens are verified with, as far as other rooms care: that there are some, and that they are looked after. */
@ApplicationScoped
public class TokenKeys {
    private KeyRing keys;

    /** For the container's proxy only. */
    TokenKeys() {}

    @Inject
    TokenKeys(KeyRing keys) {
        this.keys = keys;
    }

    /** Whether any token can be verified; not so when the issuer has been away from the start on. */
    public boolean areThere() {
        return keys.isReady();
    }

    /** Reads them again where it is time to; may take seconds, and never throws for a source that is away. */
    public void refresh() {
        keys.refresh();
    }
}
