package org.mediaenricher.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The error page for what the container refuses before any resource is asked, first of all a missing or bad token. */
@WebServlet(urlPatterns = AuthenticationProblem.PATH)
public class AuthenticationProblem extends HttpServlet {
    static final String PATH = "/problem";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            // RFC 9110 section 11.6.1: a 401 says how to authenticate.
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(ProblemDetails.TYPE);
        // JSON is UTF-8 without being told so (RFC 8259 section 8.1); a writer would add a charset.
        response.getOutputStream()
                .write(ProblemDetails.json(status, ProblemDetails.sentence(status), Map.of(), Map.of())
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }
}
