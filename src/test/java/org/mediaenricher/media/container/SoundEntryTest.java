package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mediaenricher.media.AudioShape;
import org.mediaenricher.media.Track;
import org.mediaenricher.media.TrackKind;

class SoundEntryTest {
    @Test
    void aac_tells_its_channels_itself() {
        Track track = track(TrackFixture.sound("mp4a", 2, 16, 22050, MovieSamples.aac(2, 6)));
        assertThat(track.codec()).hasValue("aac");
        assertThat(track.bitRate()).hasValue(96_000);
        assertShape(track, 6, 44100);
        assertThat(shape(track).bitsPerSample()).isEmpty();
    }

    @Test
    void an_entry_named_aac_may_hold_mp3() {
        Bytes stream = MovieSamples.elementaryStream(0x6b, new Bytes());
        assertThat(track(TrackFixture.sound("mp4a", 2, 16, 44100, stream)).codec())
                .hasValue("mp3");
    }

    @Test
    void ac_3_tells_its_channels_itself() {
        // 48 kHz, bsid 8, mode 7 (5 channels) and a low one
        Bytes config = new Bytes().box("dac3", Bytes.of(0x10, 0x3d, 0xc0));
        assertShape(track(TrackFixture.sound("ac-3", 2, 16, 44100, config)), 6, 48000);
    }

    @Test
    void e_ac_3_tells_its_channels_itself() {
        Bytes config = new Bytes().box("dec3", new Bytes().u16(640 << 3).u8(0x20, 0x0f, 0));
        assertShape(track(TrackFixture.sound("ec-3", 2, 16, 44100, config)), 6, 48000);
    }

    @Test
    void flac_tells_its_shape_itself() {
        Bytes config = new Bytes()
                .fullBox("dfLa", 0, 0, new Bytes().u32(0x80000022).add(AudioSamples.streamInfo(96000, 1, 24, 96000)));
        Track track = track(TrackFixture.sound("fLaC", 2, 16, 44100, config));
        assertShape(track, 1, 96000);
        assertThat(shape(track).bitsPerSample()).hasValue(24);
    }

    @Test
    void opus_is_played_at_48_khz() {
        Bytes config = new Bytes().box("dOps", Bytes.of(0, 6).zeros(9));
        assertShape(track(TrackFixture.sound("Opus", 2, 16, 44100, config)), 6, 48000);
    }

    @Test
    void quicktimes_long_entry_tells_more_channels_and_higher_rates() {
        Track track = track(TrackFixture.soundVersionTwo("lpcm", 6, 24, 192_000));
        assertThat(track.codec()).hasValue("pcm");
        assertShape(track, 6, 192_000);
        assertThat(shape(track).bitsPerSample()).hasValue(24);
    }

    @Test
    void amr_has_one_channel_whatever_the_entry_says() {
        assertShape(track(TrackFixture.sound("sawb", 2, 16, 16000, new Bytes())), 1, 16000);
    }

    @Test
    void an_encrypted_entry_tells_what_it_hides() {
        Bytes scheme = new Bytes().box("sinf", new Bytes().box("frma", Bytes.of("ac-3")));
        assertThat(track(TrackFixture.sound("enca", 2, 16, 44100, scheme)).codec())
                .hasValue("ac3");
    }

    @Test
    void the_language_is_three_packed_letters() {
        Track track = track(TrackFixture.sound("mp4a", 2, 16, 44100, new Bytes())
                .language(('d' - 96) << 10 | ('e' - 96) << 5 | 'u' - 96));
        assertThat(track.language()).hasValue("deu");
    }

    private static void assertShape(Track track, int channels, int rate) {
        assertThat(shape(track).channels()).hasValue(channels);
        assertThat(shape(track).sampleRate()).hasValue(rate);
    }

    private static AudioShape shape(Track track) {
        return track.audio().orElseThrow();
    }

    private static Track track(TrackFixture fixture) {
        return Readings.facts(MovieFixture.of("qt  ").track(fixture).bytes())
                .playback()
                .first(TrackKind.AUDIO)
                .orElseThrow();
    }
}
