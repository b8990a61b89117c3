package org.mediaenricher.demo.sample;

/** WAV: RIFF with PCM samples of 16 bits, one channel (Multimedia Programming Interface 1.0, chapter 3). */
final class Wav {
    static final int SAMPLE_RATE = 11_025;

    private static final int PCM = 1;

    private Wav() {}

    /** @param hertz the notes of a melody, each half a second, fading as a bell does */
    static byte[] melody(String title, String artist, double... hertz) {
        byte[] format = Octets.littleEndian()
                .u16(PCM)
                .u16(1)
                .u32(SAMPLE_RATE)
                .u32(SAMPLE_RATE * 2)
                .u16(2)
                .u16(16)
                .toByteArray();
        Octets samples = Octets.littleEndian();
        for (double note : hertz) {
            strike(samples, note);
        }
        return Riff.file(
                "WAVE",
                Riff.chunk("fmt ", format),
                Riff.list("INFO", text("INAM", title), text("IART", artist)),
                Riff.chunk("data", samples.toByteArray()));
    }

    private static void strike(Octets samples, double hertz) {
        int count = SAMPLE_RATE / 2;
        for (int i = 0; i < count; i++) {
            double fading = 1 - (double) i / count;
            double wave = StrictMath.sin(2 * StrictMath.PI * hertz * i / SAMPLE_RATE);
            samples.u16((int) (12_000 * fading * wave));
        }
    }

    private static byte[] text(String id, String value) {
        return Riff.chunk(id, Octets.littleEndian().text(value + '\0').toByteArray());
    }
}
