package org.mediaenricher.harness;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lays out what {@code arquillian.xml} refers to before the first test, and ends the testbed after the last.
 * JUnit finds it as a service; only the JVM of the integration tests names {@code testbed.arquillian}.
 */
public final class TestbedSession implements LauncherSessionListener {
    /** The name of the node that Arquillian runs. */
    public static final String ARQUILLIAN_NODE = "arquillian";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("testbed.arquillian")) {
            layOut(Testbed.sandbox());
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Testbed.close();
    }

    private static void layOut(Sandbox sandbox) {
        List<Integer> ports = FreePorts.take(3);
        Map<String, String> server = new TreeMap<>(sandbox.settings());
        server.put("jboss.node.name", ARQUILLIAN_NODE);
        server.put("jboss.http.port", ports.get(0).toString());
        server.put("jboss.https.port", ports.get(1).toString());
        server.put("jboss.management.http.port", ports.get(2).toString());
        Path folder = sandbox.folder().resolve(ARQUILLIAN_NODE);
        Folders.writeSecret(folder.resolve("server.properties"), properties(server));
        System.setProperty("arquillian.home", Distribution.ready().home().toString());
        System.setProperty("arquillian.base", folder.resolve("base").toString());
        System.setProperty(
                "arquillian.properties", folder.resolve("server.properties").toString());
        System.setProperty("arquillian.management.port", ports.get(2).toString());
    }

    private static String properties(Map<String, String> settings) {
        StringWriter text = new StringWriter();
        settings.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\"))
                .append('\n'));
        return text.toString();
    }
}
