package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.ConsoleCookie;
import org.mediaenricher.security.SignIn;
import org.mediaenricher.security.SignedIn;

/** {@code /console/sign-in.xhtml}: the way in, by name and password or by a token, and the way out. */
@Named
@RequestScoped
public class SignInPage {
    private static final Logger LOG = Logger.getLogger(SignInPage.class);

    @Inject
    private SignIn signIn;

    @Inject
    private SignInPace pace;

    @Inject
    private Caller caller;

    @Inject
    private FacesContext faces;

    @Inject
    @ManagedProperty("#{param.to}")
    private String to;

    private String name = "";
    private String password = "";
    private String token = "";

    /** With name and password. */
    public void withPassword() throws IOException {
        enter(() -> {
            pace.keep(name);
            return signIn.withPassword(name.strip(), password);
        });
    }

    /** With a token. */
    public void withToken() throws IOException {
        enter(() -> signIn.withToken(token));
    }

    /** Out again, on every node. */
    public void out() throws IOException {
        ConsoleCookie.secret(request()).ifPresent(secret -> signIn.signOut(secret, caller));
        response().addCookie(ConsoleCookie.none());
        faces.getExternalContext().invalidateSession();
        faces.getExternalContext().redirect("/console/sign-in.xhtml");
    }

    private void enter(Supplier<SignedIn> way) throws IOException {
        try {
            SignedIn session = way.get();
            // Whoever knew the id of the session before must not share what comes now.
            Optional.ofNullable(request().getSession(false))
                    .ifPresent(before -> request().changeSessionId());
            response().addCookie(ConsoleCookie.of(session));
            faces.getExternalContext().redirect(Place.wanted(to));
        } catch (Problem refused) {
            say(refused.getMessage());
        } catch (RuntimeException away) {
            LOG.warnf("Nobody can sign in: %s", away);
            say("The database gives no answer; try again in a moment.");
        }
    }

    private void say(String sentence) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) faces.getExternalContext().getResponse();
    }

    /** What they sign in with. */
    public String getName() {
        return name;
    }

    /** From the form. */
    public void setName(String name) {
        this.name = name;
    }

    /** Never shown again. */
    public String getPassword() {
        return "";
    }

    /** From the form. */
    public void setPassword(String password) {
        this.password = password;
    }

    /** Never shown again. */
    public String getToken() {
        return "";
    }

    /** From the form. */
    public void setToken(String token) {
        this.token = token;
    }
}
