package org.mediaenricher.demo.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.mediaenricher.demo.sample.Landscape.Mood;

/** The music, mostly rests: MP3 with and without what tells its length and name, M4A, and a melody in WAV. */
final class Music {
    private static final String ARTIST = "The Quiet Ones";
    private static final int MP3_SECONDS = 20;
    private static final int MP3_FRAMES = MP3_SECONDS * Mp3.SAMPLE_RATE / Mp3.SAMPLES_PER_FRAME;
    private static final Instant RECORDED = Instant.parse("2024-08-09T18:00:00Z");
    private static final double[] WESTMINSTER = {415.30, 369.99, 329.63, 246.94};

    private Music() {}

    static List<Sample> all() {
        return List.of(
                tagged("music/still/01-first-snow.mp3", "First Snow", Mood.SNOW),
                tagged("music/still/02-empty-beach.mp3", "Empty Beach", Mood.DAWN),
                tagged("music/still/03-dunes.mp3", "Dunes", Mood.DESERT),
                unicode(),
                new Sample(mp3("music/demos/take-7.mp3"), () -> Mp3.constantRate(MP3_FRAMES)),
                m4a(),
                bell());
    }

    private static Sample tagged(String path, String title, Mood mood) {
        return new Sample(mp3(path).song(title, ARTIST), () -> {
            byte[] cover = Jpeg.encode(new Landscape(mood, 1).draw(120, 120), Photos.QUALITY);
            return Octets.bigEndian()
                    .bytes(Id3.v23(title, ARTIST, cover))
                    .bytes(Mp3.variableRate(MP3_FRAMES))
                    .toByteArray();
        });
    }

    private static Sample unicode() {
        String title = "Füür 火";
        return new Sample(
                mp3("music/demos/fire.mp3").song(title, ARTIST),
                () -> Octets.bigEndian()
                        .bytes(Id3.v24(title, ARTIST))
                        .bytes(Mp3.constantRate(MP3_FRAMES))
                        .toByteArray());
    }

    private static Sample m4a() {
        Mp4 movie = new Mp4(List.of("M4A ", "isom", "mp42"), RECORDED, List.of(Mp4Track.silence(30)))
                .with(MovieMetadata.song("Long Rest", ARTIST));
        SampleFile file = SampleFile.of("music/still/04-long-rest.m4a", "audio/mp4")
                .duration(Duration.ofMillis(movie.millis()))
                .taken(LocalDateTime.ofInstant(RECORDED, ZoneOffset.UTC))
                .offset(ZoneOffset.UTC)
                .audio("aac")
                .song("Long Rest", ARTIST);
        return new Sample(file, movie::movieFirst);
    }

    private static Sample bell() {
        SampleFile file = SampleFile.of("music/demos/bell.wav", "audio/x-wav")
                .duration(Duration.ofSeconds(2))
                .audio("pcm")
                .song("Quarter past", ARTIST);
        return new Sample(file, () -> Wav.melody("Quarter past", ARTIST, WESTMINSTER));
    }

    private static SampleFile mp3(String path) {
        return SampleFile.of(path, "audio/mpeg")
                .duration(Duration.ofMillis(1000L * MP3_FRAMES * Mp3.SAMPLES_PER_FRAME / Mp3.SAMPLE_RATE))
                .audio("mp3");
    }
}
