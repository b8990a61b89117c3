package org.mediaenricher.problems;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Reads a room's settings, typed and checked. Every method throws {@link BadSetting} for a value it
 * cannot take; an empty value counts as absent, as in MicroProfile Config.
 */
public final class Settings {
    private final Config config;
    private final String prefix;

    /**
     * @param prefix what the names of the room begin with, such as {@code mediaenricher.storage.}
     */
    public Settings(Config config, String prefix) {
        this.config = config;
        this.prefix = prefix;
    }

    /** A text that must be given. */
    public String text(String name) {
        return value(name).orElseThrow(() -> bad(name, "is needed and not set"));
    }

    /** A text. */
    public String text(String name, String byDefault) {
        return value(name).orElse(byDefault);
    }

    /** A secret that must be given. */
    public Secret secret(String name) {
        return new Secret(text(name));
    }

    /** One of the given words. */
    public String oneOf(String name, Collection<String> words, String byDefault) {
        String word = text(name, byDefault);
        if (!words.contains(word)) {
            throw bad(name, "must be one of " + String.join(", ", words) + ", not " + quoted(word));
        }
        return word;
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String name, boolean byDefault) {
        return switch (text(name, String.valueOf(byDefault))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "must be true or false, not " + quoted(text(name)));
        };
    }

    /** A whole number, both bounds allowed. */
    public int integer(String name, int byDefault, int least, int most) {
        Optional<String> text = value(name);
        if (text.isEmpty()) {
            return byDefault;
        }
        String range = "must be a whole number from " + least + " to " + most + ", not " + quoted(text.get());
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw bad(name, range);
        }
        throw bad(name, range);
    }

    /** A time span in ISO-8601, such as {@code PT30S}, both bounds allowed. */
    public Duration duration(String name, Duration byDefault, Duration least, Duration most) {
        Optional<String> text = value(name);
        if (text.isEmpty()) {
            return byDefault;
        }
        String range = "must be an ISO-8601 duration from " + least + " to " + most + ", not " + quoted(text.get());
        try {
            Duration span = Duration.parse(text.get());
            if (span.compareTo(least) >= 0 && span.compareTo(most) <= 0) {
                return span;
            }
        } catch (DateTimeParseException notADuration) {
            throw bad(name, range);
        }
        throw bad(name, range);
    }

    /**
     * The address of another server, empty when not set. A value is never repeated in the message, for
     * it may hold a password.
     */
    public Optional<URI> httpAddress(String name) {
        return value(name).map(text -> httpAddress(name, text));
    }

    /** The exception for a setting of this room, for rules that span several settings. */
    public BadSetting bad(String name, String wayOut) {
        return new BadSetting(prefix + name, wayOut);
    }

    private URI httpAddress(String name, String text) {
        try {
            URI address = new URI(text);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (http && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            throw bad(name, "must be an address such as https://host:port");
        }
        throw bad(name, "must be an address such as https://host:port");
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(prefix + name, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String quoted(String value) {
        return "\"" + value + "\"";
    }
}
