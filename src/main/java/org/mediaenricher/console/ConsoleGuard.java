package org.mediaenricher.console;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Before every page of the console: who is not signed in is led to where they can, and a change is taken only from a
 * page of this session. The cookie does not come along from other sites (SameSite=Strict), and still each form proves
 * where it comes from, by its origin and by a token that only this session's pages know.
 */
@WebFilter("/console/*")
public class ConsoleGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Under the stricter no-referrer browsers do not tell the origin of a form either.
        response.setHeader("Referrer-Policy", "same-origin");
        Place place = Place.of(request);
        FormOrigin form = FormOrigin.of(request);
        if (form.isForeign()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (place.isOpen()) {
            chain.doFilter(request, response);
        } else if (!visitor.isSignedIn()) {
            response.sendRedirect(place.signIn());
        } else if (form.brings(visitor.getFormToken())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
