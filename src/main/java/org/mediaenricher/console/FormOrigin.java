package org.mediaenricher.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Where a request that may change something comes from, as browsers tell it in {@code Sec-Fetch-Site}, or where they do
 * not (a server without TLS), in {@code Origin}. A program tells neither; it is no browser that could be misled.
 *
 * @param request which may also be one that only reads
 */
record FormOrigin(HttpServletRequest request) {
    /** The name of the field that holds the token of a session in each of its forms. */
    static final String FIELD = "form-token";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    static FormOrigin of(HttpServletRequest request) {
        return new FormOrigin(request);
    }

    /** Whether it is a change that another site asks for. */
    boolean isForeign() {
        return isChange() && !isFromHere();
    }

    /** Whether it only reads, or has a form's token. */
    boolean brings(String token) {
        String given = request.getParameter(FIELD);
        return !isChange()
                || given != null
                        && MessageDigest.isEqual(
                                given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isChange() {
        return !READING.contains(request.getMethod());
    }

    private boolean isFromHere() {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site != null ? site.equals("same-origin") : origin == null || isOurs(origin);
    }

    /** Without the scheme, for TLS may end at a proxy before us. */
    private boolean isOurs(String origin) {
        try {
            return URI.create(origin).getRawAuthority() != null
                    && URI.create(origin).getRawAuthority().equals(request.getHeader("Host"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
