package org.mediaenricher.media.container;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Takes an IPTC record apart with metadata-extractor (IPTC IIM 4.2); what it trips over is lost and no more. */
final class IptcBlock {
    private static final Logger LOG = System.getLogger(IptcBlock.class.getName());

    private static final int MOST = 1000;
    private static final int HEADER = 5;
    private static final int MARKER = 0x1c;
    private static final int EXTENDED = 0x80;

    private IptcBlock() {}

    /**
     * How many bytes the first datasets take: for each more of a repeated one the library copies all it
     * has. An extended one (IIM 4.2, 1.6.2) carries a file and no word, and ends the record here.
     */
    private static int bounded(byte[] record) {
        int at = 0;
        for (int datasets = 0; datasets < MOST && at + HEADER <= record.length; datasets++) {
            boolean extended = (record[at + 3] & EXTENDED) != 0;
            if (record[at] != MARKER || extended) {
                return at;
            }
            at += HEADER + ((record[at + 3] & 0xff) << 8 | record[at + 4] & 0xff);
        }
        return Math.min(at, record.length);
    }

    static Metadata parse(byte[] record) {
        Metadata metadata = new Metadata();
        try {
            new IptcReader().extract(new SequentialByteArrayReader(record), metadata, bounded(record));
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
            LOG.log(Level.DEBUG, "an IPTC record broke its parser", e);
        }
        return metadata;
    }
}
