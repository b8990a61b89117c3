package org.mediaenricher.demo.sample;

/** RIFF, the container of WebP and WAV: Multimedia Programming Interface 1.0, chapter 2. */
final class Riff {
    private Riff() {}

    /** A chunk: four letters, its length, its bytes, a zero when they are odd in number. */
    static byte[] chunk(String fourLetters, byte[] data) {
        return Octets.littleEndian()
                .text(fourLetters)
                .u32(data.length)
                .bytes(data)
                .padToEven()
                .toByteArray();
    }

    /** A whole file of the form, such as {@code WEBP}, with its chunks one after the other. */
    static byte[] file(String form, byte[]... chunks) {
        return chunk("RIFF", joined(form, chunks));
    }

    /** A list: a chunk of chunks with a name of its own. */
    static byte[] list(String name, byte[]... chunks) {
        return chunk("LIST", joined(name, chunks));
    }

    private static byte[] joined(String name, byte[]... chunks) {
        Octets body = Octets.littleEndian().text(name);
        for (byte[] chunk : chunks) {
            body.bytes(chunk);
        }
        return body.toByteArray();
    }
}
