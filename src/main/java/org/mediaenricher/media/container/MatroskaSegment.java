package org.mediaenricher.media.container;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A Matroska segment (RFC 9559, 5.1): what stands before the first cluster is read in passing, the rest
 * by hops to where the seek head says it is.
 */
final class MatroskaSegment {
    private static final int SEEK_HEAD = 0x114d9b74;
    private static final int SEEK = 0x4dbb;
    private static final int SEEK_ID = 0x53ab;
    private static final int SEEK_POSITION = 0x53ac;
    private static final int INFO = 0x1549a966;
    private static final int TRACKS = 0x1654ae6b;
    private static final int TAGS = 0x1254c367;
    private static final int CLUSTER = 0x1f43b675;
    private static final int MOST_CLUSTERS = 12;
    private static final int MOST_HOPS = 6;

    private final ByteWindow window;
    private final Element segment;
    private final FactsBuilder facts;
    private final MatroskaInfo info;
    private final MatroskaTracks tracks;
    private final MatroskaTags tags;
    private final Map<Integer, Long> positions = new HashMap<>();
    private final Set<Integer> seen = new HashSet<>();
    private int clusters;
    private int hops;

    MatroskaSegment(ByteWindow window, Element segment, FactsBuilder facts) {
        this.window = window;
        this.segment = segment;
        this.facts = facts;
        this.info = new MatroskaInfo(window);
        this.tracks = new MatroskaTracks(window);
        this.tags = new MatroskaTags(window);
    }

    void read(boolean webm) {
        Elements elements = Elements.in(window, segment);
        Element element = elements.next();
        while (element != null && goesOn(element)) {
            part(element);
            element = elements.next();
        }
        hopTo(SEEK_HEAD);
        hopTo(TRACKS);
        if (tracks.isEmpty()) {
            throw Unreadable.truncated("the list of tracks, which says what the file holds, is missing");
        }
        tracks.tell(webm, facts);
        SidePart.read(() -> {
            hopTo(INFO);
            hopTo(TAGS);
        });
        tags.tell(facts); // first: a recording's date there is more than the file's own
        info.tell(facts);
        if (!info.isTimed()) {
            SidePart.read(() -> new LastCluster(window, segment).end(info).ifPresent(facts::duration));
        }
    }

    /** The first cluster ends the head; without tracks before it a few more are hopped over. */
    private boolean goesOn(Element element) {
        if (element.id() != CLUSTER) {
            return true;
        }
        boolean known = !tracks.isEmpty() || positions.containsKey(TRACKS);
        return !known && element.sized() && ++clusters <= MOST_CLUSTERS;
    }

    private void part(Element element) {
        switch (element.id()) {
            case SEEK_HEAD -> seekHead(element);
            case INFO -> once(element, () -> info.read(element));
            case TRACKS -> once(element, () -> tracks.read(element));
            case TAGS -> once(element, () -> SidePart.read(() -> tags.read(element)));
            default -> {}
        }
    }

    private void once(Element element, Runnable reading) {
        if (seen.add(element.id())) {
            reading.run();
        }
    }

    /** RFC 9559, 5.1.1: positions count from the segment's content. A second seek head may stand at the end. */
    private void seekHead(Element head) {
        Elements elements = Elements.in(window, head);
        for (Element seek = elements.next(); seek != null; seek = elements.next()) {
            if (seek.id() == SEEK) {
                seek(seek);
            }
        }
    }

    private void seek(Element seek) {
        int id = 0;
        long position = -1;
        Elements elements = Elements.in(window, seek);
        for (Element element = elements.next(); element != null; element = elements.next()) {
            if (element.id() == SEEK_ID) {
                id = (int) elements.unsigned(element);
            } else if (element.id() == SEEK_POSITION) {
                position = elements.unsigned(element);
            }
        }
        if (position >= 0 && position < segment.length()) {
            positions.putIfAbsent(id, segment.content() + position);
        }
    }

    private void hopTo(int id) {
        Long at = seen.contains(id) ? null : positions.get(id);
        if (at == null || ++hops > MOST_HOPS) {
            return;
        }
        Element element = Elements.between(window, at, segment.end()).next();
        if (element != null && element.id() == id) {
            part(element);
        }
    }
}
