package org.mediaenricher.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.NewPassword;
import org.mediaenricher.security.Operator;
import org.mediaenricher.security.Operators;
import org.mediaenricher.security.Rights;
import org.mediaenricher.security.Role;

/** {@code /console/operator.xhtml?id=…}: one who may sign in, and what an admin may do about that. */
@Named
@RequestScoped
public class OperatorPage {
    @Inject
    private Operators operators;

    @Inject
    private Caller caller;

    @Inject
    private Address address;

    @Inject
    private Acts acts;

    @Inject
    private FacesContext faces;

    private OperatorsPage.Line shown;
    private String role;
    private String password = "";

    /** Before anything is shown. */
    @PostConstruct
    public void load() {
        Rightful.demand(caller, Rights.MANAGE_USERS);
        UUID id = address.id("id");
        Operator found = operators.list().stream()
                .filter(one -> one.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no operator " + id + "."));
        shown = OperatorsPage.Line.of(found);
        role = shown.role();
    }

    /** Gives them the role of the form. */
    public void changeRole() {
        Role wanted = Role.of(role).orElse(Role.VIEWER);
        change("change-operator", wanted, shown.disabled(), shown.name() + " is " + wanted.word() + " now.");
    }

    /** Keeps them out, or lets them in again. */
    public void turn() {
        boolean out = !shown.disabled();
        change(
                "change-operator",
                Role.of(shown.role()).orElseThrow(),
                out,
                shown.name() + (out ? " is kept out." : " may sign in again."));
    }

    /** Gives them another password. */
    public void renew() {
        acts.act(Rights.MANAGE_USERS, "renew-password", subject(), () -> {
            NewPassword renewed = operators.renewPassword(caller, shown.id());
            password = renewed.password();
            return "The password is on the page, this once.";
        });
    }

    /** Removes them, and leads back to the others. */
    public void remove() throws IOException {
        boolean done = acts.act(Rights.MANAGE_USERS, "remove-operator", subject(), () -> {
            operators.remove(caller, shown.id());
            return shown.name() + " is removed.";
        });
        if (done) {
            faces.getExternalContext().redirect("/console/settings.xhtml");
        }
    }

    private void change(String action, Role wanted, boolean disabled, String told) {
        acts.act(Rights.MANAGE_USERS, action, subject(), () -> {
            operators.change(caller, shown.id(), wanted, disabled);
            return told;
        });
        load();
    }

    private Map<String, String> subject() {
        return Map.of("operator_id", shown.id().toString());
    }

    /** Whom the page is about. */
    public OperatorsPage.Line getShown() {
        return shown;
    }

    /** Renewed just now, empty otherwise. */
    public String getPassword() {
        return password;
    }

    /** What they are, or shall be. */
    public String getRole() {
        return role;
    }

    /** From the form. */
    public void setRole(String role) {
        this.role = role;
    }
}
