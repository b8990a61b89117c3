package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Origin;
import org.mediaenricher.media.ZoneResolution;

/** Photos of cameras older than Exif. */
class FirstCamerasTest extends ReaderContract {
    private static final LocalDateTime TIME = LocalDateTime.parse("1998-10-29T22:06:59");
    private static final int SECONDS = 909_698_819;

    @Override
    List<Bytes> samples() {
        return List.of(pictureInfo().bytes(), canonHeap());
    }

    @Test
    void picture_info_tells_time_and_exposure() {
        Origin origin = origin(pictureInfo().bytes());
        assertThat(origin.captured().orElseThrow().local()).isEqualTo(TIME);
        assertThat(origin.captured().orElseThrow().resolvedBy()).isEqualTo(ZoneResolution.NONE);
        assertThat(origin.exposure().seconds()).hasValue(0.033363);
        assertThat(origin.exposure().aperture()).hasValue(2.8);
    }

    @Test
    void exif_goes_before_it() {
        Bytes both = pictureInfo()
                .exif(new ExifFixture().exif(0x9003, "2024:05:31 12:30:15"))
                .bytes();
        assertThat(origin(both).captured().orElseThrow().local()).isEqualTo(LocalDateTime.parse("2024-05-31T12:30:15"));
    }

    @Test
    void a_canon_heap_tells_time_and_camera() {
        MediaFacts facts = Readings.facts(canonHeap());
        assertThat(facts.origin().captured().orElseThrow().local()).isEqualTo(TIME);
        assertThat(facts.origin().camera().make()).contains("Canon");
        assertThat(facts.origin().camera().model()).contains("Canon PowerShot A5");
    }

    private static JpegFixture pictureInfo() {
        String text =
                "OLYMPUS\0 713\r\n[picture info]\r\nTimeDate=" + SECONDS + "\r\nShutter=33363\r\nFNumber=F2.8\r\n";
        return new JpegFixture().segment(0xec, Bytes.of(text)).frame(4, 3);
    }

    private static Bytes canonHeap() {
        Bytes names = Bytes.of("Canon\0Canon PowerShot A5\0");
        Bytes camera = new Bytes()
                .add(names)
                .u16le(1)
                .add(entry(0x080a, names.length(), 0))
                .u32le(names.length());
        Bytes heap = new Bytes()
                .u32le(SECONDS)
                .add(camera)
                .u16le(2)
                .add(entry(0x180e, 4, 0))
                .add(entry(0x2807, camera.length(), 4))
                .u32le(4 + camera.length());
        Bytes segment = Bytes.of("II").u32le(26).text("HEAPJPGM").zeros(12).add(heap);
        return new JpegFixture().segment(0xe0, segment).frame(4, 3).bytes();
    }

    private static Bytes entry(int tag, int length, int offset) {
        return new Bytes().u16le(tag).u32le(length).u32le(offset);
    }

    private static Origin origin(Bytes jpeg) {
        return Readings.facts(jpeg).origin();
    }
}
