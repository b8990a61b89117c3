package org.mediaenricher.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The cookie of the console. No script reads it, no other site brings it along, and browsers send it to pages alone. */
public final class ConsoleCookie {
    /** As {@code mp.jwt.token.cookie} in {@code microprofile-config.properties} says. */
    static final String NAME = "media-enricher-console";

    private static final String PATH = "/console";

    private ConsoleCookie() {}

    /** The cookie of somebody who has signed in. */
    public static Cookie of(SignedIn session) {
        return cookie(session.secret().text(), session.life());
    }

    /** Takes the cookie away. */
    public static Cookie none() {
        return cookie("", Duration.ZERO);
    }

    /** Whether a request is for the console. */
    static boolean isFor(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /** The secret in a request's cookie. */
    public static Optional<SessionSecret> secret(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .findFirst()
                        .flatMap(cookie -> SessionSecret.of(cookie.getValue()));
    }

    private static Cookie cookie(String value, Duration life) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath(PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Strict");
        cookie.setMaxAge((int) life.toSeconds());
        return cookie;
    }
}
