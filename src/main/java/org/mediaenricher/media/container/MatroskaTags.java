package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mediaenricher.media.RawValue;

/** The tags of a Matroska segment (RFC 9559, 5.1.8; "Matroska Media Container Tag Specifications"): those of the whole file. */
final class MatroskaTags {
    private static final int TAG = 0x7373;
    private static final int TARGETS = 0x63c0;
    private static final int TRACK_UID = 0x63c5;
    private static final int SIMPLE_TAG = 0x67c8;
    private static final int NAME = 0x45a3;
    private static final int STRING = 0x4487;
    private static final int MOST = 500;

    private final ByteWindow window;
    private final List<RawValue> all = new ArrayList<>(0);

    MatroskaTags(ByteWindow window) {
        this.window = window;
    }

    void read(Element tags) {
        Elements elements = Elements.in(window, tags);
        for (Element tag = elements.next(); tag != null; tag = elements.next()) {
            if (tag.id() == TAG) {
                tag(tag);
            }
        }
    }

    private void tag(Element tag) {
        Elements elements = Elements.in(window, tag);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            if (element.id() == TARGETS && isOfTrack(element)) {
                return;
            }
            if (element.id() == SIMPLE_TAG) {
                simple(element);
            }
        }
    }

    private boolean isOfTrack(Element targets) {
        Elements elements = Elements.in(window, targets);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            if (element.id() == TRACK_UID && elements.unsigned(element) != 0) {
                return true;
            }
        }
        return false;
    }

    private void simple(Element simple) {
        String name = null;
        String value = null;
        Elements elements = Elements.in(window, simple);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            if (element.id() == NAME) {
                name = Texts.orNull(elements.text(element));
            } else if (element.id() == STRING) {
                value = Texts.orNull(elements.text(element));
            }
        }
        if (name != null && value != null && all.size() < MOST) {
            all.add(AuthorWords.raw(name, value));
        }
    }

    void tell(FactsBuilder facts) {
        all.forEach(tag -> tell(tag.name().toUpperCase(Locale.ROOT), tag.value().toString(), facts));
        facts.raw("matroska_tags", all);
    }

    private static void tell(String name, String value, FactsBuilder facts) {
        switch (name) {
            case "TITLE" -> facts.description().title(value);
            case "DESCRIPTION", "SUMMARY", "COMMENT" -> facts.description().caption(value);
            case "KEYWORDS" -> AuthorWords.keywords(value, facts);
            case "DATE_RECORDED", "COM.APPLE.QUICKTIME.CREATIONDATE" ->
                Times.of(value).ifPresent(facts::captured);
            case "LOCATION", "COM.APPLE.QUICKTIME.LOCATION.ISO6709" ->
                Iso6709.parse(value).ifPresent(facts::position);
            case "COM.APPLE.QUICKTIME.MAKE" -> facts.camera().make(value);
            case "COM.APPLE.QUICKTIME.MODEL" -> facts.camera().model(value);
            default -> {}
        }
    }
}
