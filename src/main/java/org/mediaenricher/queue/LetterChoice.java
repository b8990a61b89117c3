package org.mediaenricher.queue;

import java.util.List;
import java.util.Optional;

/**
 * Which dead letters something is to be done to.
 *
 * @param kind only of this kind
 * @param text only those whose reason has this in it, in whatever case
 * @param ids only these; empty for all
 */
public record LetterChoice(Optional<String> kind, Optional<String> text, List<Long> ids) {
    public LetterChoice {
        ids = List.copyOf(ids);
    }
}
