package org.mediaenricher.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mediaenricher.problems.Problem;

/** Tags as somebody writes them into a field: one a line, or parted by commas. */
final class TagList {
    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private TagList() {}

    /**
     * @throws Problem INVALID when there are too many, or one is too long or has characters for control
     */
    static List<String> of(String text) {
        List<String> tags = Stream.of(text.split("[,\\r\\n]+"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > MOST || tags.stream().anyMatch(TagList::isNone)) {
            throw Problem.invalid(Map.of(
                    "tags", "must be at most " + MOST + " tags of up to " + LONGEST + " characters, none for control"));
        }
        return tags;
    }

    private static boolean isNone(String tag) {
        return tag.length() > LONGEST || tag.chars().anyMatch(Character::isISOControl);
    }
}
