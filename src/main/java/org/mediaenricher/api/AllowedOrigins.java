package org.mediaenricher.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.mediaenricher.problems.BadSetting;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.problems.StartCheck;

/**
 * S12: the web pages whose scripts may read our answers: {@code ALLOWED_ORIGINS}, as MicroProfile Config {@code
 * allowed.origins}, each as a browser writes it in {@code Origin} (RFC 6454 section 6.1), separated by commas. None
 * unless set.
 */
@ApplicationScoped
public class AllowedOrigins implements StartCheck {
    private static final int HIGHEST_PORT = 65_535;

    private Set<String> origins = Set.of();

    /** For the container's proxy only. */
    AllowedOrigins() {}

    /**
     * @throws BadSetting when one of them is no origin
     */
    @Inject
    public AllowedOrigins(Config config) {
        Settings settings = new Settings(config, "allowed.");
        origins = Arrays.stream(settings.text("origins", "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> checked(text, settings))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reading them was the check. */
    @Override
    public void check() {}

    /** Whether pages from there may read what we answer. */
    boolean has(String origin) {
        return origins.contains(origin);
    }

    private static String checked(String text, Settings settings) {
        try {
            if (isOrigin(text)) {
                return text;
            }
        } catch (IllegalArgumentException noAddress) {
            throw notAnOrigin(text, settings);
        }
        throw notAnOrigin(text, settings);
    }

    /** Compared sign by sign later, so a capital letter or a port that browsers leave out would never match. */
    private static boolean isOrigin(String text) {
        URI uri = URI.create(text);
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        boolean usualPort =
                text.equals("http://" + uri.getHost() + ":80") || text.equals("https://" + uri.getHost() + ":443");
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getPort() != 0
                && uri.getPort() <= HIGHEST_PORT
                && !usualPort
                && text.equals(uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
    }

    private static BadSetting notAnOrigin(String text, Settings settings) {
        return settings.bad(
                "origins",
                "must be origins such as https://app.example.org, separated by commas, without path or *; not \"" + text
                        + "\"");
    }
}
