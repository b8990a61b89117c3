package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.wildfly.core.launcher.CliCommandBuilder;

/**
 * The stock server of the build, turned into ours by {@code server-config/*.cli}. Done once: a stamp tells of
 * which scripts and which driver. Several builds side by side wait for each other.
 */
public final class Distribution {
    private final Path home;

    private Distribution(Path home) {
        this.home = home;
    }

    /** Configures the server of this build, and nothing else; the packaging calls it. */
    public static void main(String[] arguments) {
        System.out.println("configured server: " + ready().home());
    }

    /** The configured server, made now if need be. */
    public static synchronized Distribution ready() {
        Distribution distribution = new Distribution(Project.wildflyHome());
        try (FolderLock alone = FolderLock.on(distribution.work())) {
            distribution.configureOnce();
        }
        return distribution;
    }

    /** Where it is: the folder with {@code bin} and {@code modules}. */
    public Path home() {
        return home;
    }

    private void configureOnce() {
        try {
            Path stamp = work().resolve("stamp");
            String wanted = fingerprint();
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                return;
            }
            Files.deleteIfExists(stamp);
            backToStock();
            runScripts();
            Files.writeString(stamp, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void backToStock() throws IOException {
        Path stock = work().resolve("stock");
        if (!Files.exists(stock)) {
            Path draft = work().resolve("stock.draft");
            Folders.copy(configuration(), draft);
            Files.move(draft, stock);
        }
        Folders.remove(configuration());
        Folders.copy(stock, configuration());
    }

    /** All in one CLI, which starts a good deal quicker than one for each. */
    private void runScripts() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path script : scripts()) {
            all.append(Files.readString(script));
        }
        Path script = Files.writeString(work().resolve("all.cli"), all);
        Path log = work().resolve("cli.log");
        ProcessBuilder cli = new ProcessBuilder(
                        CliCommandBuilder.of(home).setScriptFile(script).build())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()));
        cli.environment().put("JBOSS_HOME", home.toString());
        Path driver = home.resolve("postgresql.jar");
        Files.copy(driver(), driver, StandardCopyOption.REPLACE_EXISTING);
        if (!succeeds(cli)) {
            throw new IllegalStateException("server-config failed:\n" + Files.readString(log));
        }
        Files.delete(driver);
        leaveNoTraces();
    }

    private Path configuration() {
        return home.resolve("standalone/configuration");
    }

    /** What the configuring itself needs lies beside the server, so that the server can be packed as it is. */
    private Path work() {
        return home.resolveSibling("configuring");
    }

    private void leaveNoTraces() {
        for (String trace : List.of("data", "log", "tmp", "configuration/standalone_xml_history")) {
            Folders.remove(home.resolve("standalone").resolve(trace));
        }
    }

    private String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        digest.update(home.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(driver()));
        for (Path script : scripts()) {
            digest.update(Files.readAllBytes(script));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Project.root().resolve("server-config"))) {
            return files.filter(file -> file.toString().endsWith(".cli"))
                    .sorted()
                    .toList();
        }
    }

    private static Path driver() {
        try {
            return Path.of(org.postgresql.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean succeeds(ProcessBuilder cli) {
        try (Cli running = EndAtExit.begin(() -> Cli.start(cli))) {
            return running.process().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server was being configured", e);
        }
    }

    /** The CLI's process, which does not outlive us. */
    private record Cli(Process process) implements AutoCloseable {
        static Cli start(ProcessBuilder command) {
            try {
                return new Cli(command.start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            EndAtExit.forget(this);
            process.destroyForcibly();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
