package org.mediaenricher.media.container;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Takes an IPTC record apart with metadata-extractor (IPTC IIM 4.2); what it trips over is lost and no more. */
final class IptcBlock {
    private static final Logger LOG = System.getLogger(IptcBlock.class.getName());

    private IptcBlock() {}

    static Metadata parse(byte[] record) {
        Metadata metadata = new Metadata();
        try {
            new IptcReader().extract(new SequentialByteArrayReader(record), metadata, record.length);
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
            LOG.log(Level.DEBUG, "an IPTC record broke its parser", e);
        }
        return metadata;
    }
}
