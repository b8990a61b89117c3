package org.mediaenricher.media.container;

/** A visual sample entry (ISO/IEC 14496-12, 12.1.3) with what its boxes say of colour and codec. */
final class VisualEntry {
    /** The fixed fields before the boxes. */
    private static final int FIELDS = 78;

    private final ByteWindow window;
    private final Box entry;
    private final TrackBuilder track;

    VisualEntry(ByteWindow window, Box entry, TrackBuilder track) {
        this.window = window;
        this.entry = entry;
        this.track = track;
    }

    void tell() {
        track.size(window.u16(entry.content() + 24), window.u16(entry.content() + 26));
        if (entry.name().startsWith("dv") && !entry.is("dvc ")) {
            dolbyVision();
        }
        SidePart.read(this::boxes);
    }

    private void boxes() {
        Boxes boxes = Boxes.between(window, entry.content() + FIELDS, entry.end());
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            switch (box.name()) {
                case "colr" -> colour(box);
                case "vpcC" -> transfer(window.u8(box.content() + 8)); // VP codec ISO media binding, 2.2
                case "mdcv", "SmDm" -> track.hdr(); // ISO/IEC 14496-12, 12.1.6: only meant for HDR
                case "dvcC", "dvvC", "dvwC" -> track.hdr(); // Dolby Vision streams within ISO BMFF, 3.1
                case "esds" -> new ElementaryStream(window, box.content() + 4, box.end()).tell(track);
                case "pasp" -> track.pixelAspect(window.u32(box.content()), window.u32(box.content() + 4));
                case "btrt" -> track.bitRate(window.u32(box.content() + 8));
                case "sinf" -> SampleDescription.original(window, box).ifPresent(track::codec);
                default -> {}
            }
        }
    }

    /** ISO/IEC 14496-12, 12.1.5; QuickTime's {@code nclc} has the same numbers at the same places. */
    private void colour(Box colr) {
        String type = window.latin1(colr.content(), 4);
        if (type.equals("nclx") || type.equals("nclc")) {
            transfer(window.u16(colr.content() + 6));
        }
    }

    private void transfer(int characteristics) {
        if (HdrTransfer.is(characteristics)) {
            track.hdr();
        }
    }

    private void dolbyVision() {
        if (entry.is("dvh1") || entry.is("dvhe") || entry.is("dva1") || entry.is("dvav") || entry.is("dav1")) {
            track.hdr();
        }
    }
}
