package org.mediaenricher.media;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tags that follow from facts: the author's keywords, then what can be seen from size, place and tracks. */
final class Tags {
    private static final int MOST = 500;

    /** From this ratio of the sides on a picture counts as a panorama. */
    private static final double PANORAMA = 2.0;

    private Tags() {}

    static List<String> of(MediaFacts facts) {
        Set<String> tags = new LinkedHashSet<>();
        keywords(facts.description(), tags);
        facts.appearance().picture().map(Picture::shown).ifPresent(shown -> shape(shown, isStill(facts), tags));
        appearance(facts.appearance(), tags);
        addIf(facts.origin().position().isPresent(), "has-gps", tags);
        addIf(facts.playback().first(TrackKind.AUDIO).isPresent(), "has-audio", tags);
        return List.copyOf(tags);
    }

    private static void keywords(Description description, Set<String> tags) {
        List<String> all = new ArrayList<>(description.keywords());
        description.subjects().forEach(subject -> all.addAll(List.of(subject.split("\\|"))));
        all.stream()
                .map(Keywords::normalised)
                .filter(keyword -> !keyword.isEmpty())
                .limit(MOST)
                .forEach(tags::add);
    }

    private static void shape(Size shown, boolean still, Set<String> tags) {
        int difference = Integer.compare(shown.width(), shown.height());
        tags.add(difference == 0 ? "square" : difference > 0 ? "landscape" : "portrait");
        addIf(still && ratio(shown) >= PANORAMA, "panorama", tags);
    }

    private static double ratio(Size size) {
        double ratio = (double) size.width() / size.height();
        return Math.max(ratio, 1 / ratio);
    }

    private static void appearance(Appearance appearance, Set<String> tags) {
        addIf(appearance.frames().animated(), "animated", tags);
        addIf(appearance.frames().pages().orElse(1) > 1, "multi-page", tags);
        addIf(appearance.hdr(), "hdr", tags);
    }

    private static boolean isStill(MediaFacts facts) {
        Optional<Track> video = facts.playback().first(TrackKind.VIDEO);
        return video.isEmpty() && !facts.appearance().frames().animated();
    }

    private static void addIf(boolean so, String tag, Set<String> tags) {
        if (so) {
            tags.add(tag);
        }
    }
}
