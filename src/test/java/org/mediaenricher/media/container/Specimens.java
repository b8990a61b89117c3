package org.mediaenricher.media.container;

/** One good file of a format, made by code, small, with the facts its kind usually has. */
public final class Specimens {
    private Specimens() {}

    /** The file of a format: jpeg, png, heic, mp4, webm or mp3. */
    public static byte[] of(String format) {
        Bytes file = switch (format) {
            case "jpeg" -> jpeg();
            case "png" -> png();
            case "heic" -> heic();
            case "mp4" -> mp4();
            case "webm" -> webm();
            case "mp3" -> mp3();
            default -> throw new IllegalArgumentException(format);
        };
        return file.array();
    }

    private static Bytes jpeg() {
        return new JpegFixture()
                .exif(ExifFixture.camera())
                .xmp(XmpFixture.author())
                .frame(4000, 3000)
                .bytes();
    }

    private static Bytes png() {
        return PngFixture.of(4000, 3000)
                .chunk("eXIf", ExifFixture.camera().tiff())
                .xmp(XmpFixture.author())
                .pixels(20, 8192)
                .bytes();
    }

    private static Bytes heic() {
        return HeifFixture.of("heic", 4000, 3000)
                .exif(ExifFixture.camera())
                .xmp(XmpFixture.author())
                .bytes();
    }

    private static Bytes mp4() {
        return MovieFixture.of("isom")
                .created(1_717_151_415)
                .lasting(2000)
                .track(TrackFixture.video("avc1", 1920, 1080))
                .track(TrackFixture.sound("mp4a", 2, 16, 44_100, MovieSamples.aac(2, 2))
                        .id(2))
                .userData(MovieSamples.xyz("+48.2082+016.3738/"))
                .bytesWithMovieLast(200_000);
    }

    private static Bytes webm() {
        return MatroskaFixture.webm()
                .lasting(2000)
                .tracks(
                        MatroskaFixture.video("V_VP9", 1920, 1080, new Bytes()),
                        MatroskaFixture.audio("A_OPUS", 2, 48_000))
                .cluster(0, 0, 20, 40)
                .bytes();
    }

    private static Bytes mp3() {
        Bytes words = AudioSamples.textFrame("TIT2", "A title").add(AudioSamples.textFrame("TPE1", "An artist"));
        return AudioSamples.id3(3, 0, words).add(AudioSamples.mp3(200));
    }
}
