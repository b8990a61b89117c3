package org.mediaenricher.api;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/**
 * The first to see a request, and to see an error page: CORS (S12) stands on every answer, or a browser would hide
 * from its page why it was refused. Preflights are answered here, without a token, for browsers send none. Mapped in
 * {@code web.xml}, where alone the order of filters is fixed; constant headers are set by {@code
 * server-config/50-web.cli}, which sees also what no application answers.
 */
public class Front extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String METHODS = "POST, GET, PUT, DELETE, OPTIONS";

    /** Those of S12, and the one header more that a page may need. A service's X-Tenant-Id is no matter of browsers. */
    private static final String HEADERS =
            "authorization, x-client-info, apikey, content-type, x-sequence, x-duration-ms, idempotency-key";

    private static final String EXPOSED = "Location, Retry-After, RateLimit, RateLimit-Policy";
    private static final String A_DAY = "86400";

    @Inject
    private transient AllowedOrigins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        boolean asksOnly = first && request.getMethod().equals("OPTIONS");
        tellBrowsers(request.getHeader("Origin"), asksOnly, response);
        if (asksOnly) {
            response.setHeader("Allow", METHODS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (first
                && Collections.list(request.getHeaders("Authorization")).size() > 1) {
            // Which of the two counts would be for each proxy on the way to decide.
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            keepFromCaches(request, response);
            chain.doFilter(request, response);
        }
    }

    private void tellBrowsers(String origin, boolean preflight, HttpServletResponse response) {
        response.setHeader("Vary", "Origin");
        if (origin == null || !origins.has(origin)) {
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (preflight) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", HEADERS);
            response.setHeader("Access-Control-Max-Age", A_DAY);
        }
    }

    /** Pages of the console; its style sheets and scripts may be kept. The API says so itself, see {@link NoStore}. */
    private static void keepFromCaches(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (path.startsWith("/console") && !path.startsWith("/console/jakarta.faces.resource")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
