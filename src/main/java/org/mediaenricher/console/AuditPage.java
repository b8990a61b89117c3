package org.mediaenricher.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.mediaenricher.security.AuditBook;
import org.mediaenricher.security.AuditEntry;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.Rights;

/** {@code /console/audit.xhtml}: who did what. */
@Named
@RequestScoped
public class AuditPage {
    private static final int A_PAGE = 50;

    @Inject
    private AuditBook book;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    private List<AuditEntry> found;

    /** One more than fits tells whether there is a next page. */
    @PostConstruct
    public void load() {
        Rightful.demand(caller, Rights.READ_AUDIT);
        found = book.list(caller, new AuditQuery(address).filter(A_PAGE + 1));
    }

    /** Those of this page. */
    public List<AuditEntry> getEntries() {
        return found.size() > A_PAGE ? found.subList(0, A_PAGE) : found;
    }

    /** Behind which entry the next page begins; empty at the end. */
    public String getNext() {
        return found.size() > A_PAGE ? String.valueOf(found.get(A_PAGE - 1).id()) : "";
    }

    /** What an entry is about, name by name. */
    public List<Map.Entry<String, String>> about(AuditEntry entry) {
        return List.copyOf(entry.subject().entrySet());
    }

    /** Where what is filtered is to be had as CSV. */
    public String getCsv() {
        String all = address.without("after");
        int query = all.indexOf('?');
        return "/console/audit.csv" + (query < 0 ? "" : all.substring(query));
    }

    /** How many lines that has at the most. */
    public int getMostLines() {
        return AuditCsv.MOST;
    }
}
