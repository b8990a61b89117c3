package org.mediaenricher.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where in a token something stands: the name of a claim, or names joined by dots that lead into claims that are
 * objects. A claim whose own name has dots goes before.
 *
 * @param names as configured
 */
record ClaimPath(String names) {
    /** The texts that stand there: none, one, or those of a list. */
    List<String> texts(Map<String, ?> claims) {
        Object found = claims.containsKey(names) ? claims.get(names) : walk(claims);
        Stream<?> values = found instanceof Collection<?> list ? list.stream() : Stream.ofNullable(found);
        return values.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The only or first text that stands there. */
    Optional<String> text(Map<String, ?> claims) {
        return texts(claims).stream().findFirst();
    }

    /** The claim at the top that it leads into. */
    String first() {
        return names.split("\\.", 2)[0];
    }

    private Object walk(Map<String, ?> claims) {
        Object here = claims;
        for (String name : names.split("\\.")) {
            here = here instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return here;
    }
}
