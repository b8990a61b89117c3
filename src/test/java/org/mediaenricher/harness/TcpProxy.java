package org.mediaenricher.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntPredicate;

/**
 * Stands between somebody and a server on this machine, and can fall silent as a network does whose cable was pulled:
 * what is sent goes nowhere, and neither end is told. Lines that are opened later work.
 */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(TcpProxy::daemon);

    private TcpProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** Before the server of that port, on a free port of its own. */
    public static TcpProxy to(int port) {
        try {
            TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** From now on nothing passes on these lines, in neither direction, and their ends are told nothing. */
    public void silence(IntPredicate portThatTheServerSees) {
        lines.stream()
                .filter(line -> portThatTheServerSees.test(line.far().getLocalPort()))
                .forEach(Line::silence);
    }

    /** What the server's own keepalive comes to when nobody answers it: its end of each silent line is closed. */
    public void giveUpSilentLines() {
        lines.stream().filter(Line::silent).forEach(line -> close(line.far()));
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(Line::close);
        threads.shutdown();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                open(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void open(Socket near) throws IOException {
        try {
            Line line = new Line(near, new Socket(InetAddress.getLoopbackAddress(), target));
            lines.add(line);
            threads.execute(() -> line.pass(line.near(), line.far()));
            threads.execute(() -> line.pass(line.far(), line.near()));
        } catch (IOException serverAway) {
            near.close();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        return thread;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection, in two. */
    private static final class Line {
        private final Socket near;
        private final Socket far;
        private volatile boolean silent;

        Line(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        Socket near() {
            return near;
        }

        Socket far() {
            return far;
        }

        boolean silent() {
            return silent;
        }

        void silence() {
            silent = true;
        }

        void pass(Socket from, Socket to) {
            byte[] buffer = new byte[1 << 16];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (!silent) {
                        out.write(buffer, 0, count);
                    }
                }
            } catch (IOException gone) {
                // as the end of the stream
            }
            if (!silent) {
                close();
            }
        }

        void close() {
            TcpProxy.close(near);
            TcpProxy.close(far);
        }
    }
}
