package org.mediaenricher.harness;

/**
 * The sandbox that all integration tests of one JVM share, started by the first that asks: a quick database,
 * and one node for those who speak HTTP. Tests keep apart by tenants of their own.
 */
public final class Testbed {
    private static Slot slot;
    private static Sandbox sandbox;
    private static ServerNode node;

    private Testbed() {}

    /** The shared sandbox. */
    public static synchronized Sandbox sandbox() {
        if (sandbox == null) {
            slot = Slot.in(Project.target().resolve("testbed"));
            Folders.empty(slot.folder());
            sandbox = Sandbox.in(slot.folder(), database -> database.fsync(false));
        }
        return sandbox;
    }

    /** The shared node, with the WAR deployed. */
    public static synchronized ServerNode node() {
        if (node == null) {
            // It lives long and hashes many passwords, so the better compiler is worth its start here.
            node = sandbox().start(sandbox().plan("testbed").jvm("-XX:TieredStopAtLevel=4"));
        }
        return node;
    }

    static synchronized void close() {
        if (sandbox != null) {
            sandbox.close();
            slot.close();
        }
    }
}
