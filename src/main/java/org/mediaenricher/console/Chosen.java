package org.mediaenricher.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mediaenricher.problems.Problem;

/**
 * The rows of a list that somebody chose, to do the same to each.
 *
 * @param ids of them, at least one
 */
record Chosen(List<Long> ids) {
    private static final int MOST = 200;
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    /**
     * @param posted what the form brought
     * @throws Problem UNPROCESSABLE when that is nothing, or too much at once; NOT_FOUND when it is no id
     */
    static Chosen of(List<String> posted) {
        if (posted.isEmpty() || posted.size() > MOST) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    posted.isEmpty() ? "Nothing is chosen." : "At most " + MOST + " at once.");
        }
        if (!posted.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw new Problem(Problem.Kind.NOT_FOUND, "What was chosen is not in the list.");
        }
        return new Chosen(posted.stream().map(Long::valueOf).distinct().toList());
    }

    /** The same for the audit log, also of what is refused: no more of it than could be ids. */
    static Map<String, String> subject(List<String> posted) {
        return Map.of(
                "job_ids",
                posted.stream()
                        .filter(id -> ID.matcher(id).matches())
                        .limit(MOST)
                        .collect(Collectors.joining(" ")));
    }

    /**
     * Does it to each, and goes on where one refuses.
     *
     * @param done what is told of those it was done to: {@code cancelled}
     * @return what is to be told
     * @throws Problem of the first, when it was done to none
     */
    String each(String done, LongConsumer act) {
        List<Problem> refused = new ArrayList<>();
        for (long id : ids) {
            try {
                act.accept(id);
            } catch (Problem problem) {
                refused.add(problem);
            }
        }
        if (refused.size() == ids.size()) {
            throw refused.get(0);
        }
        String told = jobs(ids.size() - refused.size()) + " " + done + ".";
        return refused.isEmpty()
                ? told
                : told + " " + jobs(refused.size()) + " not: " + refused.get(0).getMessage();
    }

    private static String jobs(int number) {
        return number == 1 ? "1 job" : number + " jobs";
    }
}
