package org.mediaenricher.problems;

/** A secret text that cannot slip into a log: only {@link #value} gives it away. */
public final class Secret {
    private final String value;

    /** Keeps the given text. */
    public Secret(String value) {
        this.value = value;
    }

    /** The secret itself, for the one place that needs it. */
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
