package org.mediaenricher.demo.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What telephones and shops add to a movie box: QuickTime File Format, "Metadata" and "User Data Atoms". */
final class MovieMetadata {
    private static final int ENGLISH = 0x15C7;
    private static final int UTF_8 = 1;

    private MovieMetadata() {}

    /** User data with a place, as Android writes it. */
    static byte[] place(Position position) {
        String text = iso6709(position);
        Octets value = Octets.bigEndian().u16(text.length()).u16(ENGLISH).text(text);
        return Box.of("udta", Box.of("\u00A9xyz", value));
    }

    /** Keys and values as Apple's cameras write them; each key in full, {@code com.apple.quicktime.make}. */
    static byte[] keyed(Map<String, String> values) {
        List<String> names = values.keySet().stream().sorted().toList();
        Octets keys = Octets.bigEndian().u32(names.size());
        Octets items = Octets.bigEndian();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            keys.u32(8 + name.length()).text("mdta").text(name);
            byte[] data = data(values.get(name));
            items.u32(8 + data.length).u32(i + 1).bytes(data);
        }
        return Box.of("meta", handler("mdta"), Box.full("keys", 0, keys), Box.of("ilst", items));
    }

    /** Title and artist as music shops write them. */
    static byte[] song(String title, String artist) {
        byte[] items = Box.of("ilst", Box.of("\u00A9nam", data(title)), Box.of("\u00A9ART", data(artist)));
        Octets meta = Octets.bigEndian().bytes(handler("mdir")).bytes(items);
        return Box.of("udta", Box.full("meta", 0, meta));
    }

    /** Degrees with signs, ISO 6709 Annex H. */
    static String iso6709(Position position) {
        return String.format(Locale.ROOT, "%+09.5f%+010.5f/", position.latitude(), position.longitude());
    }

    private static byte[] handler(String type) {
        return Box.full("hdlr", 0, Octets.bigEndian().u32(0).text(type).zeros(13));
    }

    private static byte[] data(String text) {
        return Box.of("data", Octets.bigEndian().u32(UTF_8).u32(0).utf8(text));
    }
}
