package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mediaenricher.media.Description;

/** Collects what an author wrote; of titles, captions and ratings the first told stays, keywords add up. */
final class DescriptionBuilder {
    private static final int MOST_KEYWORDS = 1000;

    private final Set<String> keywords = new LinkedHashSet<>();
    private final Set<String> subjects = new LinkedHashSet<>();
    private String title;
    private String caption;
    private Integer rating;

    DescriptionBuilder keyword(String told) {
        return add(keywords, told);
    }

    /** A hierarchical subject, its levels separated by a bar. */
    DescriptionBuilder subject(String told) {
        return add(subjects, told);
    }

    DescriptionBuilder title(String told) {
        title = title == null ? Texts.orNull(told) : title;
        return this;
    }

    boolean isTitled() {
        return title != null;
    }

    DescriptionBuilder caption(String told) {
        caption = caption == null ? Texts.orNull(told) : caption;
        return this;
    }

    /** Stars, 0 to 5, or -1 for rejected; anything else tells nothing. */
    DescriptionBuilder rating(Integer told) {
        rating = rating == null && told != null && told >= -1 && told <= 5 ? told : rating;
        return this;
    }

    Description build() {
        return new Description(
                new ArrayList<>(keywords),
                new ArrayList<>(subjects),
                Optional.ofNullable(title),
                Optional.ofNullable(caption),
                rating == null ? OptionalInt.empty() : OptionalInt.of(rating));
    }

    private DescriptionBuilder add(Set<String> to, String told) {
        String text = Texts.orNull(told);
        if (text != null && to.size() < MOST_KEYWORDS) {
            to.add(text);
        }
        return this;
    }
}
