package org.mediaenricher.security.keys;

/** Keys that could not be read, and why, in words that may stand in a log: never a part of what was read. */
final class UnusableKeys extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean away;

    private UnusableKeys(String why, boolean away) {
        super(why, null, false, false);
        this.away = away;
    }

    /** What was read is no set of keys, or not a safe one. */
    static UnusableKeys wrong(String why) {
        return new UnusableKeys(why, false);
    }

    /** Nothing was read; it may be there a moment later. */
    static UnusableKeys away(String why) {
        return new UnusableKeys(why, true);
    }

    boolean isAway() {
        return away;
    }
}
