package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.AuditLog;
import org.mediaenricher.security.Caller;
import org.mediaenricher.tenancy.Outages;
import org.mediaenricher.tenancy.RowScope;

/**
 * What a visitor does on a page: only with the right to it, and told in words how it ended. What is done is audited by
 * the room that does it, what is refused here.
 */
@RequestScoped
class Acts {
    private static final Logger LOG = Logger.getLogger(Acts.class);

    @Inject
    private Caller caller;

    @Inject
    private AuditLog audit;

    @Inject
    private FacesContext faces;

    /**
     * Does it, and says so.
     *
     * @param right what it takes, one of {@link org.mediaenricher.security.Rights}
     * @param action its name in the audit log
     * @param subject what it is about, by name
     * @param act does it, and answers what is to be told
     * @return whether it was done
     */
    boolean act(String right, String action, Map<String, String> subject, Supplier<String> act) {
        try {
            if (!caller.may(right)) {
                throw new Problem(
                        Problem.Kind.FORBIDDEN,
                        "Your role does not allow this (" + right + "). Ask an operator or an admin.");
            }
            tell(FacesMessage.SEVERITY_INFO, null, act.get());
            return true;
        } catch (Problem refused) {
            tell(refused);
            writeDown(action, subject, refused);
        } catch (RuntimeException failed) {
            if (!Outages.caused(failed)) {
                throw failed;
            }
            LOG.warnf("%s: %s", action, failed);
            tell(FacesMessage.SEVERITY_ERROR, null, "The database gives no answer; try again in a moment.");
        }
        return false;
    }

    /** A refusal, beside the fields that are to blame for it. */
    private void tell(Problem refused) {
        refused.fields().forEach((field, sentence) -> tell(FacesMessage.SEVERITY_ERROR, field, "It " + sentence + "."));
        tell(FacesMessage.SEVERITY_ERROR, null, refused.getMessage());
    }

    private void tell(Severity severity, String field, String sentence) {
        faces.addMessage(field == null ? null : "page:" + field, new FacesMessage(severity, sentence, null));
    }

    private void writeDown(String action, Map<String, String> subject, Problem refused) {
        String result = refused.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        try {
            caller.tenant()
                    .ifPresent(tenant -> RowScope.service(tenant).within(() -> {
                        audit.refused(caller, action, subject, result);
                        return null;
                    }));
        } catch (RuntimeException lost) {
            LOG.warnf("A refused %s is not in the audit log: %s", action, lost);
        }
    }
}
