package org.mediaenricher.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The peer for small pictures of large ones: the package {@code sharp} of npm, where node and npm are installed. */
final class Sharp {
    /** Two pictures at a time, for two cores; prints the rate, and writes one result as RGB. */
    private static final String SCRIPT = """
            const sharp = require('sharp');
            const fs = require('fs');
            const [file, count, result] = process.argv.slice(2);
            const bytes = fs.readFileSync(file);
            const one = () => sharp(bytes).rotate().resize(320, 240, { fit: 'inside' }).raw().toBuffer();
            const many = async (n) => {
              let begun = 0;
              const worker = async () => { while (begun++ < n) await one(); };
              await Promise.all([worker(), worker()]);
            };
            (async () => {
              sharp.cache(false);
              sharp.concurrency(1);
              await many(count / 4);
              const began = process.hrtime.bigint();
              await many(count);
              console.log(count / (Number(process.hrtime.bigint() - began) / 1e9));
              fs.writeFileSync(result, await one());
            })();
            """;

    private final Path folder;

    private Sharp(Path folder) {
        this.folder = folder;
    }

    /** Installs it into a folder; empty where that cannot be done. */
    static Optional<Sharp> in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        Files.writeString(folder.resolve("peer.js"), SCRIPT);
        try {
            Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "sharp")
                    .directory(folder.toFile())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return npm.waitFor() == 0 ? Optional.of(new Sharp(folder)) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Pictures a second. */
    double rate(Path picture, int count) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        "node", "peer.js", picture.toString(), String.valueOf(count), result().toString())
                .directory(folder.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        String rate = new String(node.getInputStream().readAllBytes()).strip();
        if (node.waitFor() != 0) {
            throw new IllegalStateException("sharp failed");
        }
        return Double.parseDouble(rate);
    }

    /** What it made of the picture: RGB, row by row. */
    byte[] small() throws IOException {
        return Files.readAllBytes(result());
    }

    private Path result() {
        return folder.resolve("small.rgb");
    }
}
