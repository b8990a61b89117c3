package org.mediaenricher.media.container;

import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.iptc.IptcDirectory;
import java.lang.reflect.Array;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts out of an IPTC record (IIM 4.2, record 2). */
final class IptcFacts {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2}):?(\\d{2})([+-]\\d{2}:?\\d{2})?");

    private final IptcDirectory record;

    IptcFacts(Metadata metadata) {
        this.record = metadata.getFirstDirectoryOfType(IptcDirectory.class);
    }

    void tell(FactsBuilder facts) {
        if (record == null) {
            return;
        }
        DescriptionBuilder description = facts.description();
        keywords(record.getObject(IptcDirectory.TAG_KEYWORDS), description);
        description.title(text(IptcDirectory.TAG_OBJECT_NAME));
        description.title(text(IptcDirectory.TAG_HEADLINE));
        description.caption(text(IptcDirectory.TAG_CAPTION));
        time(facts);
    }

    private static void keywords(Object value, DescriptionBuilder description) {
        if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                description.keyword(text(Array.get(value, i)));
            }
        } else {
            description.keyword(text(value));
        }
    }

    /** Dates are {@code CCYYMMDD}, times {@code HHMMSS±HHMM} (IIM 2:55 and 2:60). */
    private void time(FactsBuilder facts) {
        Matcher date = matcher(DATE, IptcDirectory.TAG_DATE_CREATED);
        Matcher time = matcher(TIME, IptcDirectory.TAG_TIME_CREATED);
        if (date.matches() && time.matches()) {
            String day = date.group(1) + "-" + date.group(2) + "-" + date.group(3);
            String hour = time.group(1) + ":" + time.group(2) + ":" + time.group(3);
            Times.exif(day + " " + hour, null, time.group(4)).ifPresent(facts::captured);
        }
    }

    private Matcher matcher(Pattern pattern, int tag) {
        String text = text(tag);
        return pattern.matcher(text == null ? "" : text.strip());
    }

    private String text(int tag) {
        Object value = record.getObject(tag);
        boolean several = value != null && value.getClass().isArray() && Array.getLength(value) > 0;
        return text(several ? Array.get(value, 0) : value);
    }

    private static String text(Object value) {
        if (value instanceof StringValue text) {
            return text.getCharset() == null ? Texts.decode(text.getBytes()) : text.toString();
        }
        return value instanceof String text ? text : null;
    }
}
