package org.mediaenricher.problems;

import java.util.Locale;

/**
 * A setting is missing or wrong, so the server must not start. The message is one line that names the
 * setting, its environment variable and the way out.
 */
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param name the setting's full name
     * @param wayOut what is wrong and what to do; never the value of a secret
     */
    public BadSetting(String name, String wayOut) {
        super("setting " + name + " (" + environmentVariable(name) + "): " + wayOut.replaceAll("\\R", " "));
    }

    /** The variable that sets it, by the rule of MicroProfile Config 3.1, "Environment Variables Mapping Rules". */
    private static String environmentVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
