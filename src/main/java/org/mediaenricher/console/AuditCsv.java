package org.mediaenricher.console;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mediaenricher.security.AuditBook;
import org.mediaenricher.security.AuditEntry;
import org.mediaenricher.security.AuditFilter;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/**
 * {@code /console/audit.csv}: what the page of the audit log is asked for, as a file, up to {@link #MOST} lines, newest
 * first. Read piece by piece, so that neither the file nor a transaction grows with it; taking it is in the log too.
 */
@WebServlet("/console/audit.csv")
public class AuditCsv extends HttpServlet {
    static final int MOST = 100_000;

    private static final long serialVersionUID = 1L;
    private static final int A_PIECE = 1000;
    private static final List<String> HEAD =
            List.of("id", "at", "user", "role", "user_role", "action", "result", "subject", "correlation_id");

    @Inject
    private transient AuditBook book;

    @Inject
    private transient AuditLog log;

    @Inject
    private transient Address address;

    @Inject
    private transient Instance<Caller> callers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Instance.Handle<Caller> caller = callers.getHandle()) {
            send(caller.get(), response);
        }
    }

    private void send(Caller caller, HttpServletResponse response) throws IOException {
        Rightful.demand(caller, Rights.READ_AUDIT);
        AuditFilter filter = new AuditQuery(address).filter(A_PIECE);
        log.answered(caller, "export-audit", asked());
        response.setContentType("text/csv; charset=UTF-8; header=present");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setHeader("Cache-Control", "no-store");
        PrintWriter out = response.getWriter();
        out.write(Csv.line(HEAD));
        write(caller, filter, out);
    }

    private void write(Caller caller, AuditFilter filter, PrintWriter out) {
        List<AuditEntry> piece = book.list(caller, filter);
        for (int left = MOST; !piece.isEmpty() && left > 0 && !out.checkError(); left -= A_PIECE) {
            piece.forEach(entry -> out.write(Csv.line(cells(entry))));
            piece = piece.size() < A_PIECE
                    ? List.of()
                    : book.list(caller, filter.after(piece.get(A_PIECE - 1).id(), A_PIECE));
        }
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new TreeMap<>();
        for (String name : List.of("user", "action", "result", "since", "until", "subject")) {
            address.given(name).ifPresent(value -> asked.put("asked_" + name, value));
        }
        return asked;
    }

    private static List<String> cells(AuditEntry entry) {
        return List.of(
                String.valueOf(entry.id()),
                entry.at().toString(),
                entry.user(),
                entry.role(),
                entry.userRole().orElse(""),
                entry.action(),
                entry.result(),
                entry.subject().entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")),
                entry.correlationId().orElse(""));
    }
}
