package org.mediaenricher.api;

import java.util.UUID;
import org.mediaenricher.problems.Problem;

/** Ids in paths. */
final class PathId {
    private PathId() {}

    /**
     * @param kind of what, for the sentence
     * @throws Problem NOT_FOUND for what is no UUID, for it is the id of nothing
     */
    static UUID of(String text, String kind) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such " + kind + ".");
        }
    }
}
