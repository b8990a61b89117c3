package org.mediaenricher.media.container;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Takes an Exif block apart with metadata-extractor. What that library trips over is lost and no more:
 * it is the one place where foreign code meets hostile bytes, so everything it throws ends here.
 */
final class ExifBlock {
    private static final Logger LOG = System.getLogger(ExifBlock.class.getName());
    private static final String PREAMBLE = "Exif\0\0";

    private ExifBlock() {}

    /**
     * The directories of a block.
     *
     * @param block a TIFF structure (Exif 3.0, 4.5), with or without the preamble JPEG puts before it
     */
    static Metadata parse(Slice block) {
        return parse(new SliceReader(block.startsWith(PREAMBLE) ? block.after(PREAMBLE.length()) : block));
    }

    /** The directories of a whole TIFF structure; the reader bounds what is read of it. */
    static Metadata parse(RandomAccessReader reader) {
        Metadata metadata = new Metadata();
        try {
            new com.drew.imaging.tiff.TiffReader().processTiff(reader, new FirstImageOnly(metadata), 0);
        } catch (IOException | TiffProcessingException e) {
            LOG.log(Level.TRACE, "an Exif block is cut or dented", e);
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
            LOG.log(Level.DEBUG, "an Exif block broke its parser", e);
        }
        return metadata;
    }

    /**
     * Leaves the thumbnail's directory and further pages out, and the blocks within the block: XMP, IPTC
     * and Photoshop's are read by our own readers, colour profiles by none.
     */
    private static final class FirstImageOnly extends ExifTiffHandler {
        private static final Set<Integer> FOREIGN = Set.of(700, 33723, 34377, 34675, 37724);

        FirstImageOnly(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean customProcessTag(
                int offset, Set<Integer> seen, int start, RandomAccessReader reader, int tag, int length)
                throws IOException {
            return FOREIGN.contains(tag) || super.customProcessTag(offset, seen, start, reader, tag, length);
        }

        @Override
        public boolean hasFollowerIfd() {
            return false;
        }
    }
}
