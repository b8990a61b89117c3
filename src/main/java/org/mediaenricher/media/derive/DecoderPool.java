package org.mediaenricher.media.derive;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.mediaenricher.media.Decoding;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Picture;
import org.mediaenricher.media.PictureDecoder;
import org.mediaenricher.media.RangedSource;
import org.mediaenricher.media.Raster;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.Undecodable;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.problems.StartCheck;

/**
 * A few warm processes that decode pictures, one each at a time; who comes while all are at work waits. Processes are
 * started when they are first needed, and again when one died or had to be killed.
 */
@ApplicationScoped
public class DecoderPool implements PictureDecoder, StartCheck, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DecoderPool.class);

    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMinutes(1);

    /** Pictures fetched for each decoder: the one it is at and the next, and no more, for they take room in the heap. */
    private static final int WAITING = 2;

    private final Deque<WarmDecoder> idle = new ArrayDeque<>();
    private DecoderSettings settings;
    private Semaphore free;
    private Semaphore rooms;
    private Watchdog watchdog;
    private DecoderKit kit;
    private Instant restUntil = Instant.EPOCH;

    /** For the container's proxy only. */
    DecoderPool() {}

    /**
     * @throws org.mediaenricher.problems.BadSetting when a number is out of range
     */
    @Inject
    public DecoderPool(Config config) {
        this(DecoderSettings.from(new Settings(config, "mediaenricher.media.")));
    }

    DecoderPool(DecoderSettings settings) {
        this.settings = settings;
        free = new Semaphore(settings.processes(), true);
        rooms = new Semaphore(settings.processes() * WAITING, true);
        watchdog = new Watchdog();
    }

    /** Reading the settings was the check. */
    @Override
    public void check() {}

    @Override
    public Decoding decode(RangedSource object, MediaFacts facts, Size box) {
        Optional<Undecodable> refused = settings.refuse(object, facts);
        if (refused.isPresent()) {
            return refused.get();
        }
        rooms.acquireUninterruptibly();
        try {
            return decode(new Feed(object), facts, box);
        } finally {
            rooms.release();
        }
    }

    private Decoding decode(Feed feed, MediaFacts facts, Size box) {
        if (feed.isCutShort()) {
            return cutShort();
        }
        Picture picture = facts.appearance().picture().orElseThrow();
        Size stored = picture.orientation().applied(box);
        Decoding decoding =
                inTurn(new Question(feed, facts.contentType(), picture.encoded(), stored, settings.mostPixels()));
        return decoding instanceof Raster raster ? raster.upright(picture.orientation()) : decoding;
    }

    private Decoding inTurn(Question question) {
        free.acquireUninterruptibly();
        try {
            return decode(question);
        } finally {
            free.release();
        }
    }

    private Decoding decode(Question question) {
        WarmDecoder decoder;
        try {
            decoder = warm();
        } catch (IOException unavailable) {
            return unavailable(unavailable);
        }
        boolean unharmed = false;
        try {
            if (!decoder.ask(question)) {
                return cutShort();
            }
            Decoding decoding = answer(decoder);
            unharmed = true;
            return decoding;
        } catch (DecoderLost lost) {
            LOG.warnf("decoder %d: %s", decoder.process().pid(), lost.getMessage());
            return lost.undecodable();
        } catch (IOException died) {
            LOG.warnf("decoder %d died: %s", decoder.process().pid(), died.getMessage());
            return DecoderLost.died().undecodable();
        } finally {
            giveBack(decoder, unharmed);
        }
    }

    /** The time counts from when the decoder has the whole picture: a slow store is not the picture's fault. */
    private Decoding answer(WarmDecoder decoder) throws DecoderLost {
        Watchdog.Watch watch = watchdog.killAfter(settings.patience(), decoder.process());
        try {
            Decoding decoding = decoder.answer();
            if (watch.off()) {
                return decoding;
            }
            throw DecoderLost.tookLongerThan(settings.patience());
        } catch (IOException broken) {
            throw watch.off() ? DecoderLost.died() : DecoderLost.tookLongerThan(settings.patience());
        }
    }

    private static Undecodable cutShort() {
        return new Undecodable("truncated", "The store gave less than the object is long.");
    }

    /** Not tried again for a while, or a run over thousands of pictures would write as many lines. */
    private synchronized Undecodable unavailable(IOException why) {
        if (!isResting()) {
            LOG.errorf("no decoder can be started, pictures are not looked at for a minute: %s", why.getMessage());
            restUntil = Instant.now().plus(REST);
        }
        return new Undecodable(Undecodable.UNAVAILABLE, "Pictures cannot be decoded on this server now.");
    }

    private synchronized boolean isResting() {
        return Instant.now().isBefore(restUntil);
    }

    private WarmDecoder warm() throws IOException {
        Optional<WarmDecoder> waiting = takeIdle();
        return waiting.isPresent() ? waiting.get() : new WarmDecoder(started());
    }

    private DecoderProcess started() throws IOException {
        if (isResting()) {
            throw new IOException("resting");
        }
        DecoderProcess process = DecoderProcess.start(kit(), settings);
        Watchdog.Watch watch = watchdog.killAfter(START, process);
        try {
            process.awaitReady();
            return process;
        } finally {
            watch.off();
        }
    }

    /** One that died while it was idle is no picture's fault. */
    private synchronized Optional<WarmDecoder> takeIdle() {
        idle.removeIf(decoder -> !decoder.process().isAlive());
        return Optional.ofNullable(idle.pollFirst());
    }

    private synchronized void giveBack(WarmDecoder decoder, boolean unharmed) {
        if (unharmed && !decoder.isWornOut()) {
            idle.addFirst(decoder);
        } else {
            decoder.process().kill();
        }
    }

    private synchronized DecoderKit kit() throws IOException {
        if (kit == null) {
            kit = DecoderKit.unpack();
        }
        return kit;
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        watchdog.close();
        idle.forEach(decoder -> decoder.process().kill());
        idle.clear();
        if (kit != null) {
            remove(kit);
        }
    }

    /** A process that is just ending may still hold on to something; the next start clears up. */
    private static void remove(DecoderKit kit) {
        try {
            kit.close();
        } catch (IOException left) {
            LOG.warnf("the decoders' folder is left behind: %s", left.getMessage());
        }
    }
}
