package org.mediaenricher.console;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Before every page of the console: who is not signed in is led to where they can, and a change is taken only from a
 * page of this session. The cookie does not come along from other sites (SameSite=Strict), and still each form proves
 * where it comes from, by its origin and by a token that only this session's pages know. What cannot be shown is told
 * on a page, not as JSON.
 */
@WebFilter("/console/*")
public class ConsoleGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Refusal FOREIGN = new Refusal(
            HttpServletResponse.SC_FORBIDDEN,
            "This was not sent by a page of your session. Open the page anew, then try again.");

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
            FOREIGN.show(request, response);
        } else if (place.isOpen()) {
            chain.doFilter(request, response);
        } else if (!visitor.isSignedIn()) {
            response.sendRedirect(place.signIn());
        } else if (form.brings(visitor.getFormToken())) {
            show(request, response, chain);
        } else {
            FOREIGN.show(request, response);
        }
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RefusingResponse watched = new RefusingResponse(response);
        Optional<Refusal> refusal;
        try {
            chain.doFilter(request, watched);
            refusal = watched.refusal();
        } catch (ServletException | RuntimeException thrown) {
            refusal = Optional.of(Refusal.of(thrown));
        }
        if (refusal.isPresent() && !response.isCommitted()) {
            refusal.get().show(request, response);
        }
    }
}
