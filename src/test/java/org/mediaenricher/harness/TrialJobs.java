package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.mediaenricher.queue.trial.TrialResource;

/** The application with handlers of its own to try the queue on, as an engineer's who extends it. */
public final class TrialJobs {
    private static final String TABLES = """
            create table if not exists public.trial_effects (name text not null, attempt integer not null);
            create table if not exists public.trial_business (name text primary key);
            grant select, insert on public.trial_effects, public.trial_business to service_role, media_enricher;
            """;

    private TrialJobs() {}

    /** Makes the tables they write to, and the WAR that has them in a library of its own. */
    public static Path war(Sandbox sandbox) {
        try (Connection owner = sandbox.database().owner()) {
            Rows.of(owner, TABLES);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try {
            Path war = sandbox.folder().resolve("trial.war");
            Files.copy(Project.war(), war, StandardCopyOption.REPLACE_EXISTING);
            addLibrary(war, library(sandbox.folder()));
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path library(Path folder) {
        Path jar = folder.resolve("trial-jobs.jar");
        ShrinkWrap.create(JavaArchive.class)
                .addPackage(TrialResource.class.getPackage())
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(jar.toFile(), true);
        return jar;
    }

    private static void addLibrary(Path war, Path jar) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(war, Map.of())) {
            Files.copy(jar, inside.getPath("/WEB-INF/lib/trial-jobs.jar"));
        }
    }
}
