package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.ConsoleCookie;
import org.mediaenricher.security.Rights;
import org.mediaenricher.security.Role;
import org.mediaenricher.security.SessionSecret;

/** Whoever looks at a page. */
@Named
@RequestScoped
public class Visitor {
    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest request;

    /** Whether they may use the console. */
    public boolean isSignedIn() {
        return caller.may(Rights.USE_CONSOLE);
    }

    /** Their name. */
    public String getName() {
        return caller.user();
    }

    /** What they are: {@code viewer}, {@code operator} or {@code admin}. */
    public String getRole() {
        return caller.userRole().map(Role::word).orElse("");
    }

    /** What each form of theirs must bring along. */
    public String getFormToken() {
        return ConsoleCookie.secret(request).map(SessionSecret::formToken).orElse("");
    }

    /** The name of the field it stands in. */
    public String getFormField() {
        return FormOrigin.FIELD;
    }
}
