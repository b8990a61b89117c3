package org.mediaenricher.media.container;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.Tag;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mediaenricher.media.RawValue;

/**
 * A metadata block's directories as raw values. Names become snake_case, rationals numbers; long
 * arrays (tables, thumbnails, unread maker notes) are left out.
 */
final class RawValues {
    private static final int LONGEST_ARRAY = 32;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST = 1500;

    /** By kind of directory and tag; only tags the library has a name for are kept, so it stays small. */
    private static final ClassValue<Map<Integer, String>> NAMES = new ClassValue<>() {
        @Override
        protected Map<Integer, String> computeValue(Class<?> directory) {
            return new ConcurrentHashMap<>();
        }
    };

    private static final Map<String, String> DIRECTORIES = new ConcurrentHashMap<>();

    private RawValues() {}

    static void tell(Metadata metadata, FactsBuilder facts) {
        int left = MOST;
        for (Directory directory : metadata.getDirectories()) {
            List<RawValue> values = of(directory, left);
            facts.raw(DIRECTORIES.computeIfAbsent(directory.getName(), RawValues::snakeCase), values);
            left -= values.size();
        }
    }

    private static List<RawValue> of(Directory directory, int most) {
        List<RawValue> values = new ArrayList<>(directory.getTagCount());
        Map<Integer, String> names = NAMES.get(directory.getClass());
        for (Tag tag : directory.getTags()) {
            Object value = value(directory.getObject(tag.getTagType()));
            if (value != null && values.size() < most) {
                String known = names.get(tag.getTagType());
                values.add(new RawValue(known == null ? name(directory, tag.getTagType(), names) : known, value));
            }
        }
        return values;
    }

    private static String name(Directory directory, int tag, Map<Integer, String> names) {
        if (!directory.hasTagName(tag)) {
            return "tag_0x" + Integer.toHexString(tag);
        }
        String name = snakeCase(directory.getTagName(tag));
        names.put(tag, name);
        return name;
    }

    private static String snakeCase(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    private static Object value(Object raw) {
        if (raw instanceof StringValue text) {
            return text(Texts.decode(text.getBytes()));
        }
        if (raw instanceof String text) {
            return text(text);
        }
        if (raw instanceof Rational rational) {
            return rational.getDenominator() == 0 ? null : rational.doubleValue();
        }
        if (raw instanceof Number || raw instanceof Boolean) {
            return raw;
        }
        if (raw instanceof byte[] bytes && Texts.isPrintable(bytes)) {
            return text(Texts.decode(bytes));
        }
        return raw != null && raw.getClass().isArray() ? array(raw) : null;
    }

    private static List<Object> array(Object array) {
        int length = Array.getLength(array);
        if (length > LONGEST_ARRAY) {
            return null;
        }
        List<Object> values = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            Object value = value(Array.get(array, i));
            values.add(value == null ? "" : value);
        }
        return values;
    }

    private static String text(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
