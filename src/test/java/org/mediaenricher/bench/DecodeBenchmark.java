package org.mediaenricher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mediaenricher.harness.Project;
import org.mediaenricher.media.Decoding;
import org.mediaenricher.media.FileSource;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.PictureDecoder;
import org.mediaenricher.media.Raster;
import org.mediaenricher.media.Size;
import org.mediaenricher.media.container.ContainerReader;
import org.mediaenricher.media.derive.DecoderPool;
import org.mediaenricher.media.derive.Decoders;

/** A JPEG of 12 megapixels to 320 x 240, by two decoders in processes of their own; sharp beside it in turns. */
final class DecodeBenchmark implements Benchmark {
    private static final String NAME = "decode.jpeg12mp.";
    private static final Size BOX = new Size(320, 240);
    private static final int DECODERS = 2;
    private static final int PICTURES = 120;
    private static final int TURNS = 5;

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void run(Workbench workbench, Figures figures) throws Exception {
        Path folder = Files.createDirectories(Project.target().resolve("bench-pictures"));
        Path picture = folder.resolve("textured.jpg");
        workbench.say("making a JPEG of 12 megapixels");
        TexturedPhoto.write(picture);
        Optional<Sharp> sharp = Sharp.in(folder.resolve("sharp"));
        double[] ours = new double[TURNS];
        double[] theirs = new double[TURNS];
        try (DecoderPool pool = Decoders.pool(DECODERS)) {
            rate(pool, picture);
            for (int turn = 0; turn < TURNS; turn++) {
                ours[turn] = rate(pool, picture);
                theirs[turn] = sharp.isPresent() ? sharp.get().rate(picture, PICTURES) : 0;
            }
            figures.add(NAME + "per_s", Figures.median(ours), "pictures/s");
            if (sharp.isEmpty()) {
                workbench.say("sharp cannot be installed, for want of node or npm: no figure of it");
                return;
            }
            figures.add(NAME + "sharp_per_s", Figures.median(theirs), "pictures/s");
            figures.add(
                    NAME + "psnr_to_sharp",
                    likeness(decoded(pool, picture), sharp.get().small()),
                    "dB");
        }
    }

    private static double rate(PictureDecoder decoder, Path picture) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(DECODERS);
        try {
            long began = System.nanoTime();
            List<Future<Raster>> results = new ArrayList<>();
            for (int i = 0; i < PICTURES; i++) {
                results.add(threads.submit(() -> decoded(decoder, picture)));
            }
            for (Future<Raster> result : results) {
                result.get();
            }
            return PICTURES / ((System.nanoTime() - began) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    private static Raster decoded(PictureDecoder decoder, Path picture) throws IOException {
        try (FileSource source = new FileSource(picture)) {
            Decoding decoding = decoder.decode(source, (MediaFacts) new ContainerReader().read(source), BOX);
            return (Raster) decoding;
        }
    }

    /** Peak signal-to-noise ratio between our small picture and theirs, in decibels; from 40 on eyes see no difference. */
    private static double likeness(Raster ours, byte[] theirs) {
        double squares = 0;
        for (int pixel = 0; pixel < theirs.length / 3; pixel++) {
            int x = pixel % ours.size().width();
            int y = pixel / ours.size().width();
            squares += square(ours.red(x, y) - (theirs[3 * pixel] & 0xff));
            squares += square(ours.green(x, y) - (theirs[3 * pixel + 1] & 0xff));
            squares += square(ours.blue(x, y) - (theirs[3 * pixel + 2] & 0xff));
        }
        return 10 * Math.log10(255 * 255 / (squares / theirs.length));
    }

    private static double square(double difference) {
        return difference * difference;
    }
}
