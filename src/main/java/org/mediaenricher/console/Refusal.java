package org.mediaenricher.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.tenancy.Outages;

/**
 * Why a page is not shown, told on a page of its own.
 *
 * @param status of HTTP
 * @param sentence for a person: what is the matter and what to do
 */
record Refusal(int status, String sentence) {
    private static final Logger LOG = Logger.getLogger(Refusal.class);
    private static final int DEEPEST = 20;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    private static final Map<Problem.Kind, Integer> STATUS = Map.of(
            Problem.Kind.INVALID, HttpServletResponse.SC_BAD_REQUEST,
            Problem.Kind.FORBIDDEN, HttpServletResponse.SC_FORBIDDEN,
            Problem.Kind.NOT_FOUND, HttpServletResponse.SC_NOT_FOUND,
            Problem.Kind.CONFLICT, HttpServletResponse.SC_CONFLICT,
            Problem.Kind.UNPROCESSABLE, UNPROCESSABLE,
            Problem.Kind.TOO_MANY, TOO_MANY,
            Problem.Kind.UNAVAILABLE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);

    static Refusal of(int status) {
        return new Refusal(
                status,
                status == HttpServletResponse.SC_NOT_FOUND
                        ? "There is no such page."
                        : "This cannot be shown. Go back, and try again.");
    }

    /** What a page threw: something its visitor can act on, an outage, or else a fault of ours, which is logged. */
    static Refusal of(Throwable thrown) {
        Optional<Problem> problem = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst();
        if (problem.isPresent()) {
            return new Refusal(STATUS.get(problem.get().kind()), problem.get().getMessage());
        }
        if (Outages.caused(thrown)) {
            LOG.warnf("A page cannot be shown: %s", thrown.getMessage());
            return new Refusal(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "The database gives no answer. Nothing is lost; the page works again when it is back.");
        }
        LOG.error("A page cannot be shown", thrown);
        return new Refusal(
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "Something went wrong on our side; it is in the server's log. Nothing was changed by looking.");
    }

    /** Answers with it; what was rendered so far is dropped. */
    void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.resetBuffer();
        response.setStatus(status);
        request.setAttribute("refusal", sentence);
        request.setAttribute("refusalStatus", status);
        request.getRequestDispatcher("/console/refused.xhtml").forward(request, response);
    }
}
