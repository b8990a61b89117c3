package org.mediaenricher.media.container;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

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
            new TiffReader().processTiff(reader, new FirstImageOnly(metadata), 0);
        } catch (IOException | TiffProcessingException e) {
            LOG.log(Level.TRACE, "an Exif block is cut or dented", e);
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
            LOG.log(Level.DEBUG, "an Exif block broke its parser", e);
        }
        return metadata;
    }

    /** Leaves the thumbnail's directory and further pages out. */
    private static final class FirstImageOnly extends ExifTiffHandler {
        FirstImageOnly(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean hasFollowerIfd() {
            return false;
        }
    }
}
