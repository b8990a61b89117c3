package org.mediaenricher.assets;

import java.util.Optional;
import org.mediaenricher.media.Decoding;
import org.mediaenricher.media.Look;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.PictureDecoder;
import org.mediaenricher.media.Raster;
import org.mediaenricher.media.Undecodable;

/**
 * What came of looking at a picture. One that cannot be decoded keeps its facts: they were read all the same.
 *
 * @param sha256 of the whole object, 64 hexadecimal digits; empty when it was not read to its end
 * @param look what it looks like, empty when it could not be decoded
 * @param failure why it could not be decoded, empty when it could
 */
record Sight(Optional<String> sha256, Optional<Look> look, Optional<Undecodable> failure) {
    /** Empty when this server cannot decode now: then the picture is as good as not looked at. */
    static Optional<Sight> of(PictureDecoder decoder, StoredBytes object, MediaFacts facts) {
        DigestedBytes bytes = new DigestedBytes(object);
        Decoding decoding = decoder.decode(bytes, facts, Look.BOX);
        if (decoding instanceof Raster raster) {
            return Optional.of(new Sight(bytes.sha256(), Optional.of(Look.of(raster)), Optional.empty()));
        }
        return Optional.of((Undecodable) decoding)
                .filter(Undecodable::isLasting)
                .map(why -> new Sight(bytes.sha256(), Optional.empty(), Optional.of(why)));
    }
}
