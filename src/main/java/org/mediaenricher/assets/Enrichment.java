package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.mediaenricher.media.FactsJson;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.MediaReader;
import org.mediaenricher.media.MediaReading;
import org.mediaenricher.media.PictureDecoder;
import org.mediaenricher.media.UnreadableMedia;
import org.mediaenricher.storage.ObjectFailure;
import org.mediaenricher.storage.ObjectReader;
import org.mediaenricher.storage.ObjectStore;
import org.mediaenricher.storage.StoreUnavailable;
import org.mediaenricher.storage.StoredObject;

/** Reads the facts of one object from the store. */
@ApplicationScoped
public class Enrichment {
    private static final Patience PATIENCE = new Patience(4, Duration.ofMillis(100));

    private ObjectStore store;
    private MediaReader reader;
    private PictureDecoder decoder;

    /** For the container's proxy only. */
    Enrichment() {}

    @Inject
    Enrichment(ObjectStore store, MediaReader reader, PictureDecoder decoder) {
        this.store = store;
        this.reader = reader;
        this.decoder = decoder;
    }

    /**
     * Reads an object, and again a few times when the store falters.
     *
     * @param location where its bucket lies in the store
     * @param looks whether a picture is decoded too, for which it is read whole
     * @throws StoreUnavailable when the store gave no answer to the last attempt either
     */
    public Outcome of(String location, StoredObject object, boolean looks) {
        return PATIENCE.with(() -> once(location, object, looks));
    }

    private Outcome once(String location, StoredObject object, boolean looks) {
        try (ObjectReader reading = store.open(location, object)) {
            StoredBytes bytes = new StoredBytes(reading, object.size());
            return outcome(object, reader.read(bytes), facts -> looks ? sight(bytes, facts) : Optional.empty());
        } catch (ObjectFailure refused) {
            return new Outcome.Failed(object, refused.why().word(), refused.getMessage());
        }
    }

    private Optional<Sight> sight(StoredBytes bytes, MediaFacts facts) {
        return PictureDecoder.takes(facts) ? Sight.of(decoder, bytes, facts) : Optional.empty();
    }

    private static Outcome outcome(
            StoredObject object, MediaReading reading, Function<MediaFacts, Optional<Sight>> look) {
        if (reading instanceof UnreadableMedia unreadable) {
            return new Outcome.Failed(object, unreadable.code().word(), unreadable.sentence());
        }
        MediaFacts facts = (MediaFacts) reading;
        return new Outcome.Enriched(object, facts, FactsJson.text(facts), look.apply(facts));
    }
}
