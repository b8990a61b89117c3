package org.mediaenricher.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What every bucket has too: an upload that broke off, and a file that is not what its name says. */
final class BrokenFiles {
    private static final String CUT = "photos/2024/cut-off.jpg";
    private static final int BYTES_THAT_ARRIVED = 150;
    private static final String NOTES = """
            Shot list for Saturday
            - lighthouse before sunrise
            - harbour, if the fog lifts
            """;

    private BrokenFiles() {}

    static List<Sample> all() {
        return List.of(
                new Sample(SampleFile.of(CUT, "image/jpeg").broken(), BrokenFiles::cutInItsExif),
                new Sample(
                        SampleFile.of("photos/2024/notes.jpg", "text/plain").broken(),
                        () -> NOTES.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] cutInItsExif() {
        byte[] whole = Photos.all().get(0).bytes().get();
        return Arrays.copyOf(whole, BYTES_THAT_ARRIVED);
    }
}
