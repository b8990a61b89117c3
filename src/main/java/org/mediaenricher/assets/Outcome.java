package org.mediaenricher.assets;

import java.util.Locale;
import java.util.Optional;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.storage.StoredObject;

/** How it went with one object. A bad object is an outcome like any other and never an exception. */
public sealed interface Outcome {
    /** The object's key in its bucket. */
    String path();

    /**
     * Its facts are read.
     *
     * @param metadata the facts as JSON, ready for the database
     * @param sight what a picture looks like, where that was asked
     */
    record Enriched(StoredObject object, MediaFacts facts, String metadata, Optional<Sight> sight) implements Outcome {
        @Override
        public String path() {
            return object.path();
        }
    }

    /**
     * It cannot be read.
     *
     * @param code a word for programs, such as {@code truncated}
     * @param message a sentence for people
     */
    record Failed(StoredObject object, String code, String message) implements Outcome {
        public Failed {
            message = sentence(message);
        }

        @Override
        public String path() {
            return object.path();
        }
    }

    /** It was left alone, for the mode of the run does not ask for it. */
    record Skipped(String path) implements Outcome {}

    /** It is not in the store any more. */
    record Gone(String path) implements Outcome {}

    /** Readers and stores say what is the matter in a few words; people get a capital letter and a full stop. */
    private static String sentence(String words) {
        String begun = words.isEmpty()
                ? "It cannot be read"
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
