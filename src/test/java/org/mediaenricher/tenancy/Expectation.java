package org.mediaenricher.tenancy;

import java.util.Arrays;
import java.util.List;

/**
 * A line of {@code row-security.txt}: what each actor gets of one operation on one table.
 *
 * @param whose {@code own} or {@code foreign}
 * @param operation {@code select}, {@code insert}, {@code delete}, or {@code update(column)}
 * @param outcomes a number of rows, or a word, in the order of the file's heading
 */
record Expectation(String table, String whose, String operation, List<String> outcomes) {
    private static final int FIRST_ACTOR = 3;

    /** The words over the columns of the actors. */
    static List<String> heading() {
        return tail(lines().get(0));
    }

    static List<Expectation> all() {
        return lines().stream().skip(1).map(Expectation::of).toList();
    }

    private static Expectation of(List<String> words) {
        return new Expectation(words.get(0), words.get(1), words.get(2), tail(words));
    }

    private static List<String> tail(List<String> words) {
        return words.subList(FIRST_ACTOR, words.size());
    }

    private static List<List<String>> lines() {
        return TriedRows.resource("row-security.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split("\\s+")))
                .toList();
    }

    @Override
    public String toString() {
        return operation + " " + whose + " " + table;
    }
}
