package org.mediaenricher.api;

import java.util.Map;
import org.mediaenricher.problems.Problem;

/**
 * Why somebody does something that others will wonder about.
 *
 * @param reason up to 500 characters, not blank
 */
public record ReasonBody(String reason) {
    /** The longest reason, in characters. */
    static final int LONGEST = 500;

    /**
     * @throws Problem INVALID naming the reason
     */
    public ReasonBody {
        check(reason);
    }

    static void check(String reason) {
        if (reason == null || reason.isBlank() || !Query.isText(reason, LONGEST)) {
            throw Problem.invalid(
                    Map.of("reason", "is needed, up to " + LONGEST + " characters: it goes into the log"));
        }
    }

    static ReasonBody needed(ReasonBody body) {
        return body == null ? new ReasonBody(null) : body;
    }
}
