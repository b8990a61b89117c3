package org.mediaenricher.leases;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * This node's own session with the database, open as long as the node lives. Through it others wake it (PostgreSQL
 * manual, "NOTIFY"), and by it they see that it lives: it holds the lock of the node's incarnation, which a process
 * that dies lets go at once.
 */
@ApplicationScoped
public class Lifeline {
    /** The datasource of {@code server-config/20-database.cli}: a session a node, past the pool. */
    private static final String SIGNALS = "java:jboss/datasources/MediaEnricherSignals";

    /** A connection whose other end went away in silence shows when nothing comes back within this. */
    private static final Duration PROOF = Duration.ofSeconds(5);

    private static final Duration REST = Duration.ofMillis(500);
    private static final Logger LOG = Logger.getLogger(Lifeline.class);

    /** The first half of the lock's key; {@code enricher.holds_lifeline} looks for it. */
    private static final int LOCK_SPACE = 7077;

    private static final String LOCK =
            "select pg_try_advisory_lock(?, ?) from (select pg_advisory_unlock_all()) as former";

    @Resource(lookup = SIGNALS)
    private DataSource database;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private ThisNode node;

    private final Map<String, Consumer<Optional<String>>> listeners = new ConcurrentHashMap<>();
    private ExecutorService thread;
    private volatile boolean open;

    /**
     * Calls somebody for each notification of a channel, on a thread they must not keep; with nothing where some may
     * have been missed.
     *
     * @param channel an identifier of PostgreSQL
     */
    public void listen(String channel, Consumer<Optional<String>> listener) {
        listeners.put(channel, listener);
    }

    /** Opens it, and again each time it breaks. */
    public void begin() {
        open = true;
        thread = Executors.newSingleThreadExecutor(threads);
        thread.execute(this::keep);
    }

    /** Closes it for good. */
    public void end() {
        open = false;
        thread.shutdownNow();
    }

    private void keep() {
        boolean broken = false;
        while (open) {
            try (Connection connection = database.getConnection()) {
                connection.setNetworkTimeout(Runnable::run, (int) PROOF.toMillis());
                if (broken) {
                    LOG.info("The session for notifications is open again");
                    broken = false;
                }
                hear(connection);
            } catch (SQLException | RuntimeException failure) {
                if (!broken && open) {
                    LOG.warnf("The session for notifications broke: %s; goes on trying", failure.getMessage());
                }
                broken = true;
                rest();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection session = connection.unwrap(PGConnection.class);
        Optional<Incarnation> locked = Optional.empty();
        int listening = 0;
        while (open) {
            if (listening != listeners.size()) {
                listening = listenAll(connection);
            }
            locked = lock(connection, locked);
            PGNotification[] heard = session.getNotifications((int) PROOF.toMillis() / 2);
            if (heard == null || heard.length == 0) {
                execute(connection, "select 1");
            } else {
                tell(heard);
            }
        }
    }

    private int listenAll(Connection connection) throws SQLException {
        int count = listeners.size();
        for (String channel : listeners.keySet()) {
            execute(connection, "listen " + channel);
        }
        listeners.values().forEach(listener -> listener.accept(Optional.empty()));
        return count;
    }

    /** The lock is that of the incarnation the node has now; a session of ours that died in silence may have it still. */
    private Optional<Incarnation> lock(Connection connection, Optional<Incarnation> held) throws SQLException {
        Optional<Incarnation> now = node.incarnation();
        if (now.equals(held)) {
            return held;
        }
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, LOCK_SPACE);
            lock.setInt(2, (int) (now.map(Incarnation::number).orElse(0L) & Integer.MAX_VALUE));
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? now : Optional.empty();
            }
        }
    }

    private void tell(PGNotification[] heard) {
        for (PGNotification each : heard) {
            Optional.ofNullable(listeners.get(each.getName()))
                    .ifPresent(listener -> listener.accept(Optional.of(each.getParameter())));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST.toMillis());
        } catch (InterruptedException end) {
            open = false;
        }
    }
}
