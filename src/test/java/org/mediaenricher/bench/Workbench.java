package org.mediaenricher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mediaenricher.demo.sample.CameraJpegs;
import org.mediaenricher.harness.EmbeddedDatabasePlan;
import org.mediaenricher.harness.Project;
import org.mediaenricher.harness.Sandbox;
import org.mediaenricher.harness.ServerNode;
import org.mediaenricher.harness.ServerNodePlan;
import org.mediaenricher.harness.Slot;

/** A database with fsync on, one node of 512 MB, and a bucket of camera JPEGs; each made when first asked for. */
final class Workbench implements AutoCloseable {
    private final Slot slot = Slot.in(Project.target().resolve("bench"));
    private final PrintStream out;
    private Optional<Sandbox> sandbox = Optional.empty();
    private Optional<ServerNode> node = Optional.empty();

    Workbench(PrintStream out) throws IOException {
        this.out = out;
        remove(); // what a killed one left
        Files.createDirectories(slot.folder());
    }

    /** Says what is going on. */
    void say(String line) {
        out.println(line);
    }

    Sandbox sandbox() {
        if (sandbox.isEmpty()) {
            say("starting PostgreSQL");
            sandbox = Optional.of(Sandbox.in(slot.folder(), Workbench::durable));
        }
        return sandbox.get();
    }

    /** Fsync alone is not enough: the embedded server, left to itself, would answer a commit before it is on the disk. */
    private static EmbeddedDatabasePlan durable(EmbeddedDatabasePlan database) {
        return database.fsync(true).setting("synchronous_commit", "on");
    }

    /** The node, as it is by default. */
    ServerNode node() {
        return node.isPresent() ? node.get() : start(Map.of());
    }

    /** Starts the node with other settings, in place of the one that runs. */
    ServerNode start(Map<String, String> settings) {
        return start(plan -> {
            settings.forEach(plan::setting);
            return plan;
        });
    }

    /** Starts the node as another plan has it, in place of the one that runs. */
    ServerNode start(UnaryOperator<ServerNodePlan> change) {
        stop();
        say("starting the server");
        ServerNodePlan plan = sandbox().plan("bench").heap("512m").jvm("-Xlog:gc:file=" + gcLog());
        node = Optional.of(sandbox().start(change.apply(plan)));
        return node.get();
    }

    /** Ends the node, if one runs. */
    void stop() {
        node.ifPresent(ServerNode::close);
        node = Optional.empty();
    }

    /** Where the node's JVM writes of its garbage collections. */
    Path gcLog() {
        return slot.folder().resolve("gc.log");
    }

    /** A file of no content of its own yet. */
    Path scratch(String name) {
        return slot.folder().resolve(name);
    }

    /** The folder with camera JPEGs, for use without the server. */
    Path cameraFiles(int count) {
        Path folder = slot.folder().resolve("store/camera");
        say("making " + count + " camera JPEGs");
        CameraJpegs.cameraSized(count).fill(folder);
        settle();
        return folder;
    }

    /** Waits until the disk has taken what was written, or the commits that are measured would wait for that. */
    private static void settle() {
        try {
            new ProcessBuilder("sync").inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bucket with camera JPEGs. */
    String cameraBucket(int count) {
        cameraFiles(count);
        sandbox().bucket("camera");
        return "camera";
    }

    /** Empties the tables of assets and runs, and lets the database finish what is under way. */
    void clear() throws SQLException {
        try (Connection superuser = sandbox().database().superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate public.media_assets, public.media_enrich_runs, public.media_asset_tags,"
                    + " public.media_asset_tallies cascade");
            statement.execute("vacuum analyze public.media_assets");
            statement.execute("checkpoint");
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        sandbox.ifPresent(Sandbox::close);
        remove();
        slot.close();
    }

    private void remove() throws IOException {
        try (Stream<Path> children = Files.list(slot.folder())) {
            for (Path folder : children.filter(Files::isDirectory).toList()) {
                removeTree(folder);
            }
        }
    }

    private static void removeTree(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        }
    }
}
