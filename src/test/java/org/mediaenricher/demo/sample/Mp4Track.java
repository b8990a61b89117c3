package org.mediaenricher.demo.sample;

import java.util.Collections;
import java.util.List;

/**
 * One track of an MP4 file: its samples, and how to read them.
 *
 * @param samples in the order they play, each lasting as long as the others
 * @param ticksPerSample length of a sample
 * @param timescale ticks in a second
 */
record Mp4Track(Kind kind, List<byte[]> samples, int ticksPerSample, int timescale) {
    /** What a track shows or plays, and the boxes that say it. */
    sealed interface Kind {}

    /** @param rotation degrees clockwise to turn it, 0, 90 or 180; width and height are as stored */
    record Video(int width, int height, int rotation, byte[] configuration) implements Kind {}

    /** One channel of AAC. */
    record Audio(int sampleRate, byte[] configuration) implements Kind {}

    static Mp4Track video(List<Yuv> pictures, int framesPerSecond, int rotation) {
        H264 encoded = new H264(pictures);
        Yuv first = pictures.get(0);
        Video video = new Video(first.width(), first.height(), rotation, encoded.configuration());
        return new Mp4Track(video, encoded.samples(), 1000, framesPerSecond * 1000);
    }

    /** @param seconds rounded up to whole frames */
    static Mp4Track silence(int seconds) {
        int frames = (seconds * Aac.SAMPLE_RATE + Aac.SAMPLES_PER_FRAME - 1) / Aac.SAMPLES_PER_FRAME;
        List<byte[]> samples = Collections.nCopies(frames, Aac.silentFrame());
        Audio audio = new Audio(Aac.SAMPLE_RATE, Aac.configuration());
        return new Mp4Track(audio, samples, Aac.SAMPLES_PER_FRAME, Aac.SAMPLE_RATE);
    }

    long millis() {
        return 1000L * samples.size() * ticksPerSample / timescale;
    }

    byte[] data() {
        Octets data = Octets.bigEndian();
        samples.forEach(data::bytes);
        return data.toByteArray();
    }
}
