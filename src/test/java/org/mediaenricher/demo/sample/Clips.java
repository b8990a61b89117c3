package org.mediaenricher.demo.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mediaenricher.demo.sample.Landscape.Mood;

/** The clips: the sun goes over a landscape, in MP4, MOV and WebM. */
final class Clips {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final int SECONDS = 2;
    private static final int FRAMES_PER_SECOND = 25;
    private static final List<String> MP4 = List.of("isom", "iso2", "avc1", "mp41");
    private static final List<String> QUICKTIME = List.of("qt  ");

    private Clips() {}

    static List<Sample> all() {
        return List.of(
                web("clips/harbour.mp4", Mood.DAY, "2024-05-03T13:20:11Z"),
                camera("clips/beach.mp4", Mood.DAWN, "2024-05-04T05:12:40Z"),
                portrait("clips/portrait.mp4", Mood.FOREST, "2024-05-05T09:30:00Z"),
                upsideDown("clips/upside-down.mp4", Mood.DESERT, "2024-05-05T16:00:59Z"),
                withSound("clips/concert.mp4", Mood.NIGHT, "2024-05-06T21:45:15Z"),
                placed("clips/lighthouse.mp4", Mood.DUSK, "2024-05-07T19:50:30Z"),
                quickTime(),
                webM("clips/sunset.webm", Mood.DUSK, "2024-06-01T19:10:00Z"),
                webM("clips/snow.webm", Mood.SNOW, "2024-12-24T10:00:00Z"));
    }

    private static Sample web(String path, Mood mood, String created) {
        return new Sample(
                mp4(path, created), () -> movie(MP4, created, video(mood, 0)).movieFirst());
    }

    private static Sample camera(String path, Mood mood, String created) {
        return new Sample(
                mp4(path, created), () -> movie(MP4, created, video(mood, 0)).movieLast());
    }

    private static Sample portrait(String path, Mood mood, String created) {
        return new Sample(
                mp4(path, created).rotation(90).shown(HEIGHT, WIDTH),
                () -> movie(MP4, created, video(mood, 90)).movieLast());
    }

    private static Sample upsideDown(String path, Mood mood, String created) {
        return new Sample(
                mp4(path, created).rotation(180),
                () -> movie(MP4, created, video(mood, 180)).movieLast());
    }

    private static Sample withSound(String path, Mood mood, String created) {
        return new Sample(
                mp4(path, created).audio("aac"),
                () -> movie(MP4, created, video(mood, 0), Mp4Track.silence(SECONDS))
                        .movieFirst());
    }

    private static Sample placed(String path, Mood mood, String created) {
        Position belem = new Position(38.69159, -9.21597);
        return new Sample(
                mp4(path, created).position(belem),
                () -> movie(MP4, created, video(mood, 0))
                        .with(MovieMetadata.place(belem))
                        .movieLast());
    }

    /** The movie's own time is UTC; Apple's key beside it tells the same moment with its zone. */
    private static Sample quickTime() {
        Camera phone = Camera.ALL.get(0);
        Position suva = new Position(-18.1416, 178.4419);
        LocalDateTime local = LocalDateTime.of(2024, 7, 22, 15, 4, 57);
        ZoneOffset offset = ZoneOffset.ofHours(12);
        Map<String, String> keys = Map.of(
                "com.apple.quicktime.make", phone.make(),
                "com.apple.quicktime.model", phone.model(),
                "com.apple.quicktime.creationdate", "2024-07-22T15:04:57+1200",
                "com.apple.quicktime.location.ISO6709", MovieMetadata.iso6709(suva));
        SampleFile file = clip("clips/lagoon.mov", "video/quicktime", "h264")
                .taken(local)
                .offset(offset)
                .camera(phone)
                .position(suva)
                .audio("aac");
        String created = local.toInstant(offset).toString();
        return new Sample(
                file,
                () -> movie(QUICKTIME, created, video(Mood.DAY, 0), Mp4Track.silence(SECONDS))
                        .with(MovieMetadata.keyed(keys))
                        .movieLast());
    }

    private static Sample webM(String path, Mood mood, String created) {
        SampleFile file = clip(path, "video/webm", "vp8")
                .taken(LocalDateTime.ofInstant(Instant.parse(created), ZoneOffset.UTC))
                .offset(ZoneOffset.UTC);
        return new Sample(file, () -> WebM.of(pictures(mood, 0), FRAMES_PER_SECOND, Instant.parse(created)));
    }

    private static SampleFile mp4(String path, String created) {
        return clip(path, "video/mp4", "h264")
                .taken(LocalDateTime.ofInstant(Instant.parse(created), ZoneOffset.UTC))
                .offset(ZoneOffset.UTC);
    }

    private static SampleFile clip(String path, String contentType, String codec) {
        return SampleFile.of(path, contentType)
                .shown(WIDTH, HEIGHT)
                .duration(Duration.ofSeconds(SECONDS))
                .video(codec, FRAMES_PER_SECOND);
    }

    private static Mp4 movie(List<String> brands, String created, Mp4Track... tracks) {
        return new Mp4(brands, Instant.parse(created), List.of(tracks));
    }

    private static Mp4Track video(Mood mood, int rotation) {
        return Mp4Track.video(pictures(mood, rotation), FRAMES_PER_SECOND, rotation);
    }

    /** Stored so that they are upright once a player has turned them. */
    private static List<Yuv> pictures(Mood mood, int rotation) {
        int count = SECONDS * FRAMES_PER_SECOND;
        boolean sideways = rotation == 90;
        int orientation = sideways ? 6 : rotation == 180 ? 3 : 1;
        Landscape landscape = new Landscape(mood, mood.ordinal());
        return IntStream.range(0, count)
                .mapToObj(i -> landscape.draw(sideways ? HEIGHT : WIDTH, sideways ? WIDTH : HEIGHT, (double) i / count))
                .map(upright -> Yuv.of(Turned.stored(upright, orientation)))
                .toList();
    }
}
