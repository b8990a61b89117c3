package org.mediaenricher.media.container;

import com.drew.metadata.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The metadata blocks a reader came across, told together at the end, in the order of trust: for time,
 * place and camera Exif, XMP, IPTC; for the author's words XMP, IPTC, Exif.
 */
final class MetadataBlocks {
    private static final int MOST = 4;

    private final List<Metadata> exif = new ArrayList<>(1);
    private final List<XmpPacket> xmp = new ArrayList<>(1);
    private final List<Metadata> iptc = new ArrayList<>(1);
    private final List<Consumer<FactsBuilder>> weakest = new ArrayList<>(0);
    private ExtendedXmp extended;
    private int inflations;

    /** An Exif block: a TIFF structure, with or without JPEG's preamble; one beyond {@link Limits#BLOCK} is skipped. */
    void exif(ByteWindow window, long offset, long length) {
        if (isReadable(window, offset, length, exif)) {
            exif(window.slice(offset, (int) length));
        }
    }

    void exif(Slice block) {
        if (exif.size() < MOST) {
            exif.add(ExifBlock.parse(block));
        }
    }

    /** A block already taken apart. */
    void exif(Metadata directories) {
        exif.add(directories);
    }

    /** An XMP packet. */
    void xmp(ByteWindow window, long offset, long length) {
        if (isReadable(window, offset, length, xmp)) {
            xmp(window.slice(offset, (int) length));
        }
    }

    void xmp(Slice packet) {
        if (xmp.size() < MOST) {
            xmp.add(XmpPacket.parse(packet));
        }
    }

    /** Whether one more packet may be inflated; counted by attempts, for what inflates too far is never kept. */
    boolean mayInflate() {
        return inflations++ < MOST;
    }

    /** A chunk of a packet too long for one segment. */
    void extendedXmp(ByteWindow window, long offset, int length) {
        extended = extended == null ? new ExtendedXmp() : extended;
        extended.chunk(window, offset, length);
    }

    /** An IPTC record (IIM 4.2). */
    void iptc(ByteWindow window, long offset, long length) {
        if (isReadable(window, offset, length, iptc)) {
            iptc.add(IptcBlock.parse(window.bytes(offset, (int) length)));
        }
    }

    /** What is told after all blocks, for what none of them says. */
    void weakest(Consumer<FactsBuilder> words) {
        if (weakest.size() < MOST) {
            weakest.add(words);
        }
    }

    boolean isEmpty() {
        return exif.isEmpty() && xmp.isEmpty() && iptc.isEmpty();
    }

    void tell(FactsBuilder facts) {
        if (extended != null) {
            xmp.addAll(
                    xmp.stream().flatMap(packet -> extended.of(packet).stream()).toList());
        }
        List<ExifFacts> exifFacts = exif.stream().map(ExifFacts::new).toList();
        exifFacts.forEach(block -> block.tellOrigin(facts));
        xmp.forEach(packet -> new XmpFacts(packet).tell(facts));
        iptc.forEach(block -> new IptcFacts(block).tell(facts));
        exifFacts.forEach(block -> block.tellDescription(facts.description()));
        weakest.forEach(words -> words.accept(facts));
        exif.forEach(block -> RawValues.tell(block, facts));
        xmp.forEach(packet -> facts.raw("xmp", packet.raw()));
        iptc.forEach(block -> RawValues.tell(block, facts));
    }

    private static boolean isReadable(ByteWindow window, long offset, long length, List<?> known) {
        return known.size() < MOST && length > 0 && length <= Limits.BLOCK && window.has(offset, length);
    }
}
