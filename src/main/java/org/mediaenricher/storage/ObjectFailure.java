package org.mediaenricher.storage;

import java.util.Locale;

/**
 * One object cannot be had, while the store is well. An outcome to note down for this object; another
 * try at once gives the same answer, and all other objects go on.
 */
public final class ObjectFailure extends StoreFailure {
    private static final long serialVersionUID = 1L;

    /** Why the object cannot be had. */
    public enum Why {
        /** There is no such object, or no longer. */
        MISSING,
        /** It is there, but the store will not let us: no permission, or not a plain object. */
        REFUSED,
        /** It was overwritten after it was listed. The next listing tells its new state. */
        CHANGED;

        /** The word for it, for programs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final transient ObjectKey key;
    private final Why why;

    /**
     * @param detail the end of the sentence that begins with the object's key
     */
    public ObjectFailure(ObjectKey key, Why why, String detail, Throwable cause) {
        super(key + ": " + detail, cause);
        this.key = key;
        this.why = why;
    }

    /** The object concerned. */
    public ObjectKey key() {
        return key;
    }

    /** What kind of failure it is. */
    public Why why() {
        return why;
    }
}
