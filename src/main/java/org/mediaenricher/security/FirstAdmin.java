package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.mediaenricher.problems.Secret;
import org.mediaenricher.tenancy.RowScope;

/** Somebody who can sign in to the console of a new deployment, and let others in. */
@ApplicationScoped
public class FirstAdmin {
    private FirstOperator operators;
    private SessionSettings settings;
    private volatile boolean isThere;

    /** For the container's proxy only. */
    FirstAdmin() {}

    @Inject
    FirstAdmin(FirstOperator operators, SessionSettings settings) {
        this.operators = operators;
        this.settings = settings;
    }

    /** Makes one where there is no operator at all, on one node alone. To be rung until it gets through. */
    public void ensure() {
        if (!isThere) {
            RowScope.service().within(() -> operators.exists() || make());
            isThere = true;
        }
    }

    private boolean make() {
        String password = settings.firstAdminPassword().map(Secret::value).orElseGet(Passwords::generate);
        boolean made = operators.addTheFirst(Passwords.hash(password));
        if (made && settings.firstAdminPassword().isEmpty()) {
            print(password);
        }
        return made;
    }

    /** To the terminal, past the log: whoever may read logs must not learn it. */
    private static void print(String password) {
        PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        terminal.printf(
                "%n  First admin of the console: name %s, password %s%n  It is printed this once.%n%n",
                FirstOperator.NAME, password);
    }
}
