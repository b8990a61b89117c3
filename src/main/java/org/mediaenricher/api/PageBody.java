package org.mediaenricher.api;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the entries
 * @param next the {@code after} of the next page, absent on the last one
 */
public record PageBody<T>(List<T> items, String next) {
    /** A page is followed by another when it is as long as was asked. */
    static <E, T> PageBody<T> of(List<E> entries, int limit, Function<E, T> body, Function<E, String> key) {
        boolean full = !entries.isEmpty() && entries.size() == limit;
        return new PageBody<>(
                entries.stream().map(body).toList(), full ? key.apply(entries.get(entries.size() - 1)) : null);
    }
}
