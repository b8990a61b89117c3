package org.mediaenricher.queue.cron;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The numbers a field stands for, in order, each once. */
record FieldValues(List<Integer> numbers) {
    /**
     * @param field such as {@code 1-5,20/10}, in numbers and checked
     * @param least what {@code *} begins with
     * @param most what it ends with
     */
    static FieldValues of(String field, int least, int most) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String part : field.split(",")) {
            values(part, least, most).forEach(numbers::add);
        }
        return new FieldValues(List.copyOf(numbers));
    }

    private static IntStream values(String part, int least, int most) {
        String[] stepped = part.split("/");
        String[] ends = stepped[0].equals("*") ? new String[] {least + "", most + ""} : stepped[0].split("-");
        int from = Integer.parseInt(ends[0]);
        int alone = stepped.length > 1 ? most : from;
        int to = ends.length > 1 ? Integer.parseInt(ends[1]) : alone;
        int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
        return IntStream.rangeClosed(from, to).filter(n -> (n - from) % step == 0);
    }

    /** As people list them: {@code 1, 5 to 9 and 12}. */
    String inWords(IntFunction<String> name) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int n = 1; n <= numbers.size(); n++) {
            if (n == numbers.size() || numbers.get(n) != numbers.get(n - 1) + 1) {
                runs.addAll(run(numbers.subList(start, n), name));
                start = n;
            }
        }
        return joined(runs);
    }

    /** The words with commas and an "and" between. */
    static String joined(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static List<String> run(List<Integer> run, IntFunction<String> name) {
        int last = run.size() - 1;
        return last < 2
                ? run.stream().map(name::apply).toList()
                : List.of(name.apply(run.get(0)) + " to " + name.apply(run.get(last)));
    }
}
