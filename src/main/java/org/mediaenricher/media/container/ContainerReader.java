package org.mediaenricher.media.container;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaReader;
import org.mediaenricher.media.MediaReading;
import org.mediaenricher.media.RangedSource;
import org.mediaenricher.media.UnreadableMedia;

/** Finds an object's format by its first bytes and has that format's reader read it. */
@ApplicationScoped
public class ContainerReader implements MediaReader {
    private static final Logger LOG = System.getLogger(ContainerReader.class.getName());

    private final BlockPool pool = new BlockPool();

    @Override
    public MediaReading read(RangedSource source) {
        try (ByteWindow window = new ByteWindow(source, pool, Limits.DEFAULT)) {
            return read(window);
        }
    }

    private static MediaReading read(ByteWindow window) {
        FactsBuilder facts = new FactsBuilder();
        try {
            Formats.of(window).read(window, facts);
            return facts.build();
        } catch (Unreadable e) {
            return facts.survives(e.code()) ? facts.build() : new UnreadableMedia(e.code(), e.getMessage());
        } catch (RuntimeException e) {
            if (window.failedWith(e)) {
                throw e;
            }
            return broken(e);
        } catch (StackOverflowError e) {
            return broken(e);
        }
    }

    private static MediaReading broken(Throwable e) {
        LOG.log(Level.WARNING, "a media reader broke", e);
        return new UnreadableMedia(
                FailureCode.INTERNAL, "the reader broke: " + e.getClass().getSimpleName());
    }
}
