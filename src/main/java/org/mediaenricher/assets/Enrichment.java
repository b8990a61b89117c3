package org.mediaenricher.assets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.mediaenricher.media.FactsJson;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.MediaReader;
import org.mediaenricher.media.MediaReading;
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

    /** For the container's proxy only. */
    Enrichment() {}

    @Inject
    Enrichment(ObjectStore store, MediaReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /**
     * Reads an object, and again a few times when the store falters.
     *
     * @param location where its bucket lies in the store
     * @throws StoreUnavailable when the store gave no answer to the last attempt either
     */
    public Outcome of(String location, StoredObject object) {
        return PATIENCE.with(() -> once(location, object));
    }

    private Outcome once(String location, StoredObject object) {
        try (ObjectReader bytes = store.open(location, object)) {
            return outcome(object, reader.read(new StoredBytes(bytes, object.size())));
        } catch (ObjectFailure refused) {
            return new Outcome.Failed(object, refused.why().word(), refused.getMessage());
        }
    }

    private static Outcome outcome(StoredObject object, MediaReading reading) {
        if (reading instanceof UnreadableMedia unreadable) {
            return new Outcome.Failed(object, unreadable.code().word(), unreadable.sentence());
        }
        MediaFacts facts = (MediaFacts) reading;
        return new Outcome.Enriched(object, facts, FactsJson.text(facts));
    }
}
