package org.mediaenricher.console;

import org.mediaenricher.problems.Problem;
import org.mediaenricher.security.Caller;

/** Pages that are not for everybody who may use the console. */
final class Rightful {
    private Rightful() {}

    /**
     * @throws Problem FORBIDDEN for whoever lacks the right
     */
    static void demand(Caller caller, String right) {
        if (!caller.may(right)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "Your role does not allow to see this (" + right + "). Ask an admin.");
        }
    }
}
