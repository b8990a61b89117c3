package org.mediaenricher.demo.sample;

import java.util.List;
import java.util.stream.Stream;
import org.mediaenricher.demo.sample.Landscape.Mood;

/** The photos: JPEG as cameras and editors write it, at places people know. */
final class Photos {
    static final float QUALITY = 0.82f;

    /**
     * Path, mood, size as shown, orientation, camera (its index), clock, offset, latitude and longitude,
     * keywords with the block that holds them: iptc, xmp or both.
     */
    private static final String CATALOGUE = """
            photos/2021/ushuaia-01.jpg         | SNOW   | 960x640 | 1 | 1 | 2021-01-17T21:40:09 | -03:00 | -54.80191 -68.30295  | iptc: patagonia, harbour, end of the world
            photos/2021/ushuaia-02.jpg         | SNOW   | 960x640 | 3 | 1 | 2021-01-17T21:52:31 | -03:00 | -54.80722 -68.30442  | iptc: patagonia, harbour
            photos/2021/kathmandu-dawn.jpg     | DAWN   | 640x960 | 6 | 0 | 2021-03-08T06:12:44 | +05:45 | 27.71724 85.32396    | xmp: nepal, dawn
            photos/2021/boudhanath.jpg         | DAY    | 640x960 | 6 | 0 | 2021-03-08T11:31:02 | +05:45 | 27.72139 85.36197    | xmp: nepal, stupa
            photos/2021/suva-lagoon.jpg        | DAY    | 960x640 | 1 | 2 | 2021-07-22T15:04:57 | +12:00 | -18.14160 178.44190  | -
            photos/2021/diamond-head.jpg       | DUSK   | 960x640 | 1 | 3 | 2021-08-02T18:48:20 | -10:00 | 21.26190 -157.80554  | both: hawaii, crater, beach
            photos/2021/no-zone-a.jpg          | FOREST | 960x640 | 1 | 1 | 2021-10-10T10:10:10 | -      | -                    | -
            photos/2021/no-zone-b.jpg          | DUSK   | 640x960 | 8 | 1 | 2021-10-10T19:24:51 | -      | -                    | iptc: autumn
            photos/2022/lisbon-tower.jpg       | DAY    | 960x640 | 1 | 2 | 2022-05-03T14:20:11 | +01:00 | 38.69159 -9.21597    | iptc: lisbon, tower, river
            photos/2022/lisbon-bridge.jpg      | DUSK   | 960x640 | 1 | 2 | 2022-05-03T20:31:47 | +01:00 | 38.69361 -9.17694    | iptc: lisbon, bridge
            photos/2022/paris-eiffel.jpg       | DAY    | 640x960 | 6 | 0 | 2022-05-09T12:00:00 | +02:00 | 48.85837 2.29448     | xmp: paris, tower
            photos/2022/rome-colosseum.jpg     | DESERT | 960x640 | 1 | 3 | 2022-05-14T16:45:30 | +02:00 | 41.89021 12.49223    | both: rome, ruins
            photos/2022/berlin-gate.jpg        | NIGHT  | 960x640 | 1 | 0 | 2022-06-21T23:15:08 | +02:00 | 52.51627 13.37770    | xmp: berlin, night
            photos/2022/zermatt.jpg            | SNOW   | 960x640 | 1 | 1 | 2022-12-29T11:23:45 | +01:00 | 45.97659 7.65853     | iptc: alps, ski, Zürichsee
            photos/2022/geysir.jpg             | DAWN   | 960x640 | 1 | 2 | 2022-09-01T05:58:33 | +00:00 | 64.31044 -20.30235   | xmp: iceland, geyser
            photos/2022/orientation-1.jpg      | DAY    | 960x640 | 1 | 0 | 2022-07-01T09:00:01 | +02:00 | -                    | -
            photos/2022/orientation-2.jpg      | DAY    | 960x640 | 2 | 0 | 2022-07-01T09:00:02 | +02:00 | -                    | -
            photos/2022/orientation-3.jpg      | DAY    | 960x640 | 3 | 0 | 2022-07-01T09:00:03 | +02:00 | -                    | -
            photos/2022/orientation-4.jpg      | DAY    | 960x640 | 4 | 0 | 2022-07-01T09:00:04 | +02:00 | -                    | -
            photos/2022/orientation-5.jpg      | DAY    | 960x640 | 5 | 0 | 2022-07-01T09:00:05 | +02:00 | -                    | -
            photos/2022/orientation-6.jpg      | DAY    | 960x640 | 6 | 0 | 2022-07-01T09:00:06 | +02:00 | -                    | -
            photos/2022/orientation-7.jpg      | DAY    | 960x640 | 7 | 0 | 2022-07-01T09:00:07 | +02:00 | -                    | -
            photos/2022/orientation-8.jpg      | DAY    | 960x640 | 8 | 0 | 2022-07-01T09:00:08 | +02:00 | -                    | -
            photos/2023/liberty-island.jpg     | DAY    | 960x640 | 1 | 3 | 2023-04-11T13:37:00 | -04:00 | 40.68925 -74.04450   | both: new york, statue
            photos/2023/half-dome.jpg          | DUSK   | 960x640 | 1 | 1 | 2023-06-02T20:04:19 | -07:00 | 37.74603 -119.53319  | iptc: yosemite, granite
            photos/2023/grand-canyon.jpg       | DESERT | 960x480 | 1 | 1 | 2023-06-05T18:22:48 | -07:00 | 36.10697 -112.11300  | iptc: canyon, panorama
            photos/2023/machu-picchu.jpg       | DAWN   | 960x640 | 1 | 2 | 2023-08-15T06:41:12 | -05:00 | -13.16314 -72.54496  | xmp: peru, inca
            photos/2023/corcovado.jpg          | DUSK   | 640x960 | 8 | 0 | 2023-08-23T17:50:26 | -03:00 | -22.95191 -43.21048  | xmp: rio, statue
            photos/2023/table-mountain.jpg     | DAY    | 960x640 | 1 | 3 | 2023-11-04T10:15:55 | +02:00 | -33.96250 18.40380   | both: cape town, mountain
            photos/2023/giza.jpg               | DESERT | 960x640 | 1 | 2 | 2023-11-19T08:08:08 | +02:00 | 29.97923 31.13420    | iptc: pyramid, desert
            photos/2023/st-johns.jpg           | DAY    | 960x640 | 1 | 1 | 2023-09-30T12:34:56 | -02:30 | 47.56054 -52.71283   | -
            photos/2023/no-fix.jpg             | NIGHT  | 960x640 | 1 | 0 | 2023-12-31T23:59:59 | -      | 0 0                  | -
            photos/2024/taj-mahal.jpg          | DAWN   | 960x640 | 1 | 3 | 2024-01-26T07:02:03 | +05:30 | 27.17514 78.04214    | both: agra, marble
            photos/2024/fuji-lake.jpg          | SNOW   | 960x640 | 1 | 2 | 2024-02-11T07:45:00 | +09:00 | 35.36063 138.72737   | xmp: fuji, volcano
            photos/2024/tokyo-tower.jpg        | NIGHT  | 640x960 | 6 | 0 | 2024-02-12T21:10:40 | +09:00 | 35.65858 139.74543   | xmp: tokyo, tower, night
            photos/2024/sydney-opera.jpg       | DAY    | 960x640 | 1 | 0 | 2024-02-29T16:16:16 | +11:00 | -33.85678 151.21530  | iptc: sydney, opera, harbour
            photos/2024/uluru.jpg              | DESERT | 960x480 | 1 | 1 | 2024-03-03T18:59:01 | +09:30 | -25.34443 131.03688  | iptc: uluru, outback
            photos/2024/gps-without-offset.jpg | FOREST | 960x640 | 1 | 3 | 2024-05-20T15:30:00 | -      | 47.55808 10.74984    | both: castle, forest
            photos/2024/kew-gardens.jpg        | FOREST | 640x960 | 6 | 0 | 2024-06-15T14:05:09 | +01:00 | 51.47875 -0.29556    | xmp: garden, trees & flowers
            photos/2024/square.jpg             | DAWN   | 640x640 | 1 | 0 | 2024-06-16T05:01:30 | +01:00 | 51.50135 -0.14189    | -
            """;

    private Photos() {}

    static List<Sample> all() {
        Stream<Sample> taken = CATALOGUE.lines().map(Photo::parse).map(Photo::sample);
        return Stream.concat(taken, Stream.of(scan(), download())).toList();
    }

    /** As a scanner writes it: JFIF, no EXIF, nobody knows when. */
    private static Sample scan() {
        SampleFile file = SampleFile.of("photos/scans/grandmother-garden.jpg", "image/jpeg")
                .shown(800, 600);
        return new Sample(file, () -> Jpeg.encode(new Landscape(Mood.FOREST, 7).draw(800, 600), QUALITY));
    }

    /** As a web site hands it out: progressive, stripped but for the subjects. */
    private static Sample download() {
        List<String> subjects = List.of("wallpaper", "sunset");
        SampleFile file = SampleFile.of("photos/downloads/wallpaper.jpg", "image/jpeg")
                .shown(1024, 576)
                .keywords(subjects);
        return new Sample(file, () -> {
            byte[] picture = Jpeg.progressive(new Landscape(Mood.DUSK, 11).draw(1024, 576), QUALITY);
            return Jpeg.withSegments(picture, List.of(Jpeg.xmp(Xmp.packet(subjects))));
        });
    }
}
