package org.mediaenricher.harness;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What Arquillian deploys. The test's own class and JUnit come in by themselves. */
public final class Archives {
    private Archives() {}

    /** The WAR as the build packaged it, and what assertions and waiting need. */
    public static WebArchive application() {
        return withTools(ShrinkWrap.create(ZipImporter.class, "media-enricher.war")
                .importFrom(Project.war().toFile())
                .as(WebArchive.class));
    }

    /** Nothing of ours: for tests of what the configured server itself gives. CDI is on. */
    public static WebArchive empty(String name) {
        return withTools(
                ShrinkWrap.create(WebArchive.class, name).addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml"));
    }

    private static WebArchive withTools(WebArchive archive) {
        return archive.addAsLibraries(
                jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(org.hamcrest.Matcher.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
