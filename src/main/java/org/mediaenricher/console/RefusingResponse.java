package org.mediaenricher.console;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Optional;

/** Notes an error instead of sending it: the error page of the application is for programs. */
final class RefusingResponse extends HttpServletResponseWrapper {
    private Refusal refusal;

    RefusingResponse(HttpServletResponse response) {
        super(response);
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public void sendError(int status) {
        refusal = Refusal.of(status);
    }

    @Override
    public void sendError(int status, String sentence) {
        refusal = Refusal.of(status);
    }
}
