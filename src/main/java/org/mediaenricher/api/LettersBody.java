package org.mediaenricher.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.queue.LetterChoice;

/**
 * Which dead letters, and why. All that is given has to match.
 *
 * @param kind of this kind
 * @param text with this in their reason, in whatever case
 * @param ids only these, at the most 1,000
 * @param reason why, for the log
 */
public record LettersBody(String kind, String text, List<Long> ids, String reason) {
    private static final int MOST = 1000;
    private static final int LONGEST = 200;

    /**
     * @throws Problem INVALID naming what is wrong
     */
    public LettersBody {
        ReasonBody.check(reason);
        if (kind != null && !Query.isText(kind, LONGEST)) {
            throw Problem.invalid(Map.of("kind", Query.textRule(LONGEST)));
        }
        if (text != null && !Query.isText(text, LONGEST)) {
            throw Problem.invalid(Map.of("text", Query.textRule(LONGEST)));
        }
        ids = ids == null ? List.of() : ids;
        if (ids.size() > MOST || ids.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid(Map.of("ids", "must be at most " + MOST + " numbers"));
        }
    }

    LetterChoice choice() {
        return new LetterChoice(given(kind), given(text), ids);
    }

    static LettersBody needed(LettersBody body) {
        return body == null ? new LettersBody(null, null, null, null) : body;
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }
}
