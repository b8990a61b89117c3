package org.mediaenricher.leases;

/** The version this node runs, as its package says. */
final class Version {
    static final String OF_THIS_SERVER = read();

    private Version() {}

    private static String read() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
