package org.mediaenricher.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keywords as news agencies have written them since 1991: IPTC-IIM 4.2 data sets, in the image resource
 * 0x0404 of a Photoshop block (Photoshop file format, "image resource blocks").
 */
final class Iptc {
    private static final int DATA_SET_MARKER = 0x1C;
    private static final byte[] UTF_8 = {0x1B, '%', 'G'};

    private Iptc() {}

    /** The payload of an APP13 segment that holds the keywords, in UTF-8 (data set 1:90 says so). */
    static byte[] photoshop(List<String> keywords) {
        Octets records = dataSet(Octets.bigEndian(), 1, 90, UTF_8);
        dataSet(records, 2, 0, new byte[] {0, 4});
        for (String keyword : keywords) {
            dataSet(records, 2, 25, keyword.getBytes(StandardCharsets.UTF_8));
        }
        return Octets.bigEndian()
                .text("Photoshop 3.0\0")
                .text("8BIM")
                .u16(0x0404)
                .u16(0)
                .u32(records.size())
                .bytes(records.toByteArray())
                .padToEven()
                .toByteArray();
    }

    private static Octets dataSet(Octets to, int recordNumber, int number, byte[] value) {
        return to.u8(DATA_SET_MARKER)
                .u8(recordNumber)
                .u8(number)
                .u16(value.length)
                .bytes(value);
    }
}
