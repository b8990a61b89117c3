package org.mediaenricher.console;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, by key.
 *
 * @param rows at most {@link #MOST}
 * @param after the key of the last row where more follow, else empty
 */
public record Listed<T>(List<T> rows, String after) {
    private static final int MOST = 50;

    /** How many rows to ask for: one more than is shown, to know whether there are more. */
    static final int ASKED = MOST + 1;

    static <T> Listed<T> of(List<T> found, Function<T, Object> key) {
        boolean more = found.size() > MOST;
        List<T> rows = List.copyOf(more ? found.subList(0, MOST) : found);
        return new Listed<>(rows, more ? String.valueOf(key.apply(rows.get(MOST - 1))) : "");
    }

    <U> Listed<U> map(Function<T, U> view) {
        return new Listed<>(rows.stream().map(view).toList(), after);
    }
}
