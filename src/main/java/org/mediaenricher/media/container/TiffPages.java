package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Follows the chain of a TIFF's directories, and one level below the first, where raw photos keep the picture. */
final class TiffPages {
    private static final int PAGES_AT_MOST = 10_000;

    private final ByteWindow window;
    private final TiffLayout layout;
    private final List<TiffDirectory> chain = new ArrayList<>();
    private boolean whole = true;

    private TiffPages(ByteWindow window, TiffLayout layout) {
        this.window = window;
        this.layout = layout;
    }

    static TiffPages read(ByteWindow window, TiffLayout layout) {
        TiffPages pages = new TiffPages(window, layout);
        pages.follow();
        return pages;
    }

    /** The first directory, which describes the file. */
    TiffDirectory first() {
        return chain.get(0);
    }

    /** The pictures: the pages, or what stands below a first directory that is but a thumbnail. */
    List<TiffDirectory> images() {
        List<TiffDirectory> pages =
                chain.stream().filter(TiffDirectory::isPicture).toList();
        if (!pages.isEmpty()) {
            return pages;
        }
        List<TiffDirectory> below = first().subDirectories().stream()
                .map(offset -> TiffDirectory.at(window, layout, offset))
                .filter(TiffDirectory::isPicture)
                .toList();
        return below.isEmpty() ? chain.stream().filter(page -> page.width() > 0).toList() : below;
    }

    /** How many pages there are, where the whole chain could be followed. */
    OptionalInt count() {
        int pages = (int) chain.stream().filter(TiffDirectory::isPicture).count();
        return whole && pages > 0 ? OptionalInt.of(pages) : OptionalInt.empty();
    }

    private void follow() {
        Set<Long> seen = new HashSet<>();
        Optional<Long> next = Optional.of(layout.firstDirectory(window));
        while (next.isPresent() && whole) {
            if (!seen.add(next.get())) {
                throw Unreadable.malformed("a TIFF whose directories lead in a circle");
            }
            if (seen.size() > PAGES_AT_MOST) {
                throw Unreadable.tooLarge("a TIFF of more than " + PAGES_AT_MOST + " pages");
            }
            next = page(next.get());
        }
    }

    /** A further page that is cut off, or too far for the limits, ends the count and no more. */
    private Optional<Long> page(long offset) {
        whole = chain.isEmpty() || window.has(offset, 2) && window.affords(0);
        if (!whole) {
            return Optional.empty();
        }
        TiffDirectory directory = TiffDirectory.at(window, layout, offset);
        chain.add(directory);
        return directory.next();
    }
}
