package org.mediaenricher.demo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class WavTest {
    @Test
    void the_jdk_reads_the_melody_back() throws Exception {
        byte[] wav = Wav.melody("Bell", "Nobody", 440, 220);

        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(sound.getFormat().getSampleRate()).isEqualTo(Wav.SAMPLE_RATE);
            assertThat(sound.getFormat().getChannels()).isEqualTo(1);
            assertThat(sound.getFrameLength()).isEqualTo(Wav.SAMPLE_RATE / 2 * 2);
            assertThat(sound.readAllBytes()).hasSize(Wav.SAMPLE_RATE / 2 * 2 * 2);
        }
    }
}
