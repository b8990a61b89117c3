package org.mediaenricher.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** HTTP byte by byte, for requests that no decent client would send. Takes any certificate. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /**
     * Sends what is given, reads until the server closes.
     *
     * @param request lines end with {@code \n} here, and on the wire with CR LF
     */
    public static Reply send(URI server, String request) {
        return sendBytes(server, request.replace("\n", "\r\n"));
    }

    /** A request of one line, with further header lines, after which the server is asked to close. */
    public static Reply ask(URI server, String requestLine, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\n", headers) + "\n";
        return send(server, requestLine + "\nHost: " + server.getAuthority() + "\n" + more + "Connection: close\n\n");
    }

    /** Sends the beginning of a request and goes away. */
    public static void abort(URI server, String beginning) {
        try (Socket socket = open(server)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(beginning.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply sendBytes(URI server, String request) {
        try (Socket socket = open(server)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return Reply.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket open(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return server.getScheme().equals("https")
                ? anyCertificate().getSocketFactory().createSocket(socket, server.getHost(), server.getPort(), true)
                : socket;
    }

    private static SSLContext anyCertificate() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What came back.
     *
     * @param status 0 if nothing did
     * @param headers each line as it came
     */
    public record Reply(int status, List<String> headers, String body) {
        static Reply of(String text) {
            if (text.isEmpty()) {
                return new Reply(0, List.of(), "");
            }
            String[] parts = text.split("\r\n\r\n", 2);
            List<String> head = parts[0].lines().toList();
            int status = Integer.parseInt(head.get(0).split(" ")[1]);
            return new Reply(status, head.subList(1, head.size()), parts.length > 1 ? parts[1] : "");
        }

        /** All values of a header, in their order. */
        public List<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
