package org.mediaenricher.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.mediaenricher.problems.Problem;

/**
 * The tags somebody gives an asset.
 *
 * @param tags up to 500, of up to 200 characters each; doubles count once
 */
public record TagsBody(List<String> tags) {
    private static final int MOST = 500;
    private static final int LONGEST = 200;

    /**
     * @throws Problem INVALID naming what is wrong with them
     */
    public TagsBody {
        if (tags == null) {
            throw Problem.invalid(Map.of("tags", "is needed: a list of texts"));
        }
        if (tags.size() > MOST || !tags.stream().allMatch(TagsBody::isTag)) {
            throw Problem.invalid(
                    Map.of("tags", "must be at most " + MOST + " texts, not blank; each " + Query.textRule(LONGEST)));
        }
        tags = List.copyOf(new LinkedHashSet<>(tags));
    }

    private static boolean isTag(String tag) {
        return tag != null && !tag.isBlank() && Query.isText(tag, LONGEST);
    }
}
