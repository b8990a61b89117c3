package org.mediaenricher.assets;

import org.mediaenricher.media.RangedSource;
import org.mediaenricher.storage.ObjectReader;

/** An object of the store as the media readers want it. */
record StoredBytes(ObjectReader bytes, long size) implements RangedSource {
    @Override
    public int read(long offset, byte[] into, int from, int length) {
        return bytes.read(offset, into, from, length);
    }
}
