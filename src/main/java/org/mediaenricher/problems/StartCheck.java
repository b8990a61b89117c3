package org.mediaenricher.problems;

/** Something that must be right before the server may start. Every room with settings has one. */
public interface StartCheck {
    /**
     * Looks at the settings, and opens what they name where that is cheap.
     *
     * @throws BadSetting when the server must not start
     */
    void check();
}
