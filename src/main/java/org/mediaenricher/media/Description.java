package org.mediaenricher.media;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an author wrote into a file.
 *
 * @param keywords as written, in order, no doubles (XMP {@code dc:subject}, IPTC 2:25, Exif XPKeywords)
 * @param subjects hierarchical ones, levels separated by {@code |} (XMP {@code lr:hierarchicalSubject})
 * @param title short
 * @param caption long
 * @param rating stars 0 to 5, or -1 for rejected (XMP {@code xmp:Rating})
 */
public record Description(
        List<String> keywords,
        List<String> subjects,
        Optional<String> title,
        Optional<String> caption,
        OptionalInt rating) {
    public Description {
        keywords = List.copyOf(keywords);
        subjects = List.copyOf(subjects);
    }
}
