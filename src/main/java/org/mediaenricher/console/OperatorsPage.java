package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.NewPassword;
import org.mediaenricher.security.Operator;
import org.mediaenricher.security.Operators;
import org.mediaenricher.security.Rights;
import org.mediaenricher.security.Role;

/** Part of {@code /console/settings.xhtml}: who may sign in, and a form for somebody new. */
@Named
@RequestScoped
public class OperatorsPage {
    private static final int LONGEST = 100;

    /** Somebody who may sign in. */
    public record Line(
            UUID id,
            String name,
            String role,
            boolean disabled,
            Instant createdAt,
            String createdBy,
            Instant changedAt) {
        static Line of(Operator operator) {
            return new Line(
                    operator.id,
                    operator.name,
                    operator.userRole,
                    operator.disabled,
                    operator.createdAt,
                    operator.createdBy,
                    operator.passwordChangedAt);
        }
    }

    @Inject
    private Operators operators;

    @Inject
    private Caller caller;

    @Inject
    private Acts acts;

    private String name = "";
    private String role = Role.VIEWER.word();
    private String password = "";
    private String whose = "";

    /** By name; for who may not know, nobody. */
    public List<Line> getAll() {
        return caller.may(Rights.MANAGE_USERS)
                ? operators.list().stream().map(Line::of).toList()
                : List.of();
    }

    /** Lets somebody in. */
    public void add() {
        boolean done = acts.act(Rights.MANAGE_USERS, "add-operator", Map.of("name", name), () -> {
            NewPassword made = operators.add(caller, checked(), Role.of(role).orElseThrow());
            password = made.password();
            whose = made.operator().name;
            return whose + " may sign in. The password is on the page, this once.";
        });
        if (done) {
            name = "";
        }
    }

    private String checked() {
        Map<String, String> wrong = new LinkedHashMap<>();
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            wrong.put("name", "must have 1 to " + LONGEST + " characters, none for control");
        }
        if (!List.of("viewer", "operator", "admin").contains(role)) {
            wrong.put("role", "must be viewer, operator or admin");
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return name;
    }

    /** Of whoever was let in just now, empty otherwise. */
    public String getPassword() {
        return password;
    }

    /** Whose password that is. */
    public String getWhose() {
        return whose;
    }

    /** What they will sign in with. */
    public String getName() {
        return name;
    }

    /** From the form. */
    public void setName(String name) {
        this.name = name;
    }

    /** What they will be. */
    public String getRole() {
        return role;
    }

    /** From the form. */
    public void setRole(String role) {
        this.role = role;
    }
}
