package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.SignIn;

/** {@code /console/password.xhtml}: an operator's own password. */
@Named
@RequestScoped
public class PasswordPage {
    @Inject
    private SignIn signIn;

    @Inject
    private SignInPace pace;

    @Inject
    private SignInPage door;

    @Inject
    private Caller caller;

    @Inject
    private FacesContext faces;

    private String current = "";
    private String next = "";

    /** Takes effect at once, and everywhere: also here one signs in again. */
    public void change() throws IOException {
        try {
            pace.keep(caller.user());
            signIn.changePassword(caller, current, next);
            door.out();
        } catch (Problem refused) {
            refused.fields().forEach((field, sentence) -> say("password:" + field, "It " + sentence + "."));
            if (refused.fields().isEmpty()) {
                say(null, refused.getMessage());
            }
        }
    }

    private void say(String field, String sentence) {
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    /** Never shown again. */
    public String getCurrent() {
        return "";
    }

    /** From the form. */
    public void setCurrent(String current) {
        this.current = current;
    }

    /** Never shown again. */
    public String getNext() {
        return "";
    }

    /** From the form. */
    public void setNext(String next) {
        this.next = next;
    }
}
