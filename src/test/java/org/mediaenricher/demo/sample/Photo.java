package org.mediaenricher.demo.sample;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mediaenricher.demo.sample.Landscape.Mood;

/**
 * One photo of the catalogue: the facts, and the JPEG that holds exactly them.
 *
 * @param camera who took it
 * @param block where its keywords stand: {@code iptc}, {@code xmp}, {@code both} or {@code -}
 */
record Photo(SampleFile file, Camera camera, Mood mood, String block) {
    private static final String NONE = "-";

    /** @param line path, mood, size, orientation, camera, clock, offset, position, keywords, between bars */
    static Photo parse(String line) {
        String[] column = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
        Camera camera = Camera.ALL.get(Integer.parseInt(column[4]));
        String[] size = column[2].split("x");
        SampleFile file = SampleFile.of(column[0], "image/jpeg")
                .shown(Integer.parseInt(size[0]), Integer.parseInt(size[1]))
                .orientation(Integer.parseInt(column[3]))
                .camera(camera)
                .taken(LocalDateTime.parse(column[5]));
        if (!column[6].equals(NONE)) {
            file.offset(ZoneOffset.of(column[6]));
        }
        if (!column[7].equals(NONE)) {
            file.position(position(column[7]));
        }
        String[] keywords = column[8].split(": ");
        if (keywords.length == 2) {
            file.keywords(List.of(keywords[1].split(", ")));
        }
        return new Photo(file, camera, Mood.valueOf(column[1]), keywords[0]);
    }

    Sample sample() {
        return new Sample(file, this::jpeg);
    }

    private byte[] jpeg() {
        BufferedImage upright = new Landscape(mood, seed()).draw(file.width(), file.height());
        BufferedImage stored = Turned.stored(upright, file.orientation());
        List<byte[]> segments = new ArrayList<>();
        segments.add(Jpeg.exif(exif(stored)));
        if (block.equals("iptc") || block.equals("both")) {
            segments.add(Jpeg.photoshop(Iptc.photoshop(file.keywords())));
        }
        if (block.equals("xmp") || block.equals("both")) {
            segments.add(Jpeg.xmp(Xmp.packet(file.keywords())));
        }
        return Jpeg.withSegments(Jpeg.encode(stored, Photos.QUALITY), segments);
    }

    /** Photos of one series, told apart by a number alone, show the same view. */
    private long seed() {
        return file.path().replaceAll("[0-9]", "").hashCode();
    }

    private byte[] exif(BufferedImage stored) {
        Exif exif = new Exif(camera.phone() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .camera(camera)
                .orientation(file.orientation())
                .pixels(stored.getWidth(), stored.getHeight())
                .exposure(mood == Mood.NIGHT ? 15 : 500, mood == Mood.NIGHT ? 1600 : 100);
        file.taken().ifPresent(exif::taken);
        file.offset().ifPresent(exif::offset);
        file.position().ifPresent(exif::position);
        return exif.toTiff();
    }

    private static Position position(String text) {
        String[] degrees = text.split(" ");
        return new Position(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]));
    }
}
