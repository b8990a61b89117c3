package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediaenricher.media.RawValue;

/**
 * The properties of an XMP packet (ISO 16684-1, 7), flat: {@code dc:subject} holds the items of an
 * array, {@code Iptc4xmpCore:CreatorContactInfo/Iptc4xmpCore:CiAdrCity} a field of a structure.
 */
final class XmpPacket {
    private static final int MOST = 2000;
    private static final int MOST_CHARACTERS = 512 * 1024;
    private static final int LONGEST = 8192;
    private static final int LONGEST_RAW = 1000;

    private final Map<String, List<String>> properties = new LinkedHashMap<>();
    private int count;
    private int characters;

    private XmpPacket() {}

    static XmpPacket parse(Slice packet) {
        XmpPacket properties = new XmpPacket();
        new XmpElements(new XmlTokens(XmpText.of(packet))).tell(properties::add);
        return properties;
    }

    private void add(String path, String value) {
        characters += Math.min(value.length(), LONGEST);
        if (!path.isEmpty() && ++count <= MOST && characters <= MOST_CHARACTERS) {
            properties
                    .computeIfAbsent(path, any -> new ArrayList<>(1))
                    .add(value.length() <= LONGEST ? value : value.substring(0, LONGEST));
        }
    }

    boolean has(String path) {
        return properties.containsKey(path);
    }

    /** An array's items, or the one value; empty where there is none. */
    List<String> all(String path) {
        return properties.getOrDefault(path, List.of());
    }

    Optional<String> first(String path) {
        List<String> values = all(path);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** All properties but those that hold other files in text, such as depth maps. */
    List<RawValue> raw() {
        List<RawValue> raw = new ArrayList<>(properties.size());
        properties.forEach((path, values) -> {
            if (values.stream().allMatch(value -> value.length() <= LONGEST_RAW)) {
                raw.add(new RawValue(path, values.size() == 1 ? values.get(0) : values));
            }
        });
        return raw;
    }
}
