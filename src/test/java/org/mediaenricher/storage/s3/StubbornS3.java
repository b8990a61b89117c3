package org.mediaenricher.storage.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers as it is told, whatever it is asked. */
final class StubbornS3 implements AutoCloseable {
    private interface Answer {
        void to(HttpExchange call) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> once = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Answer always = call -> fail(call, 500, "InternalError");

    StubbornS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int calls() {
        return calls.get();
    }

    void answer(int status, String code) {
        always = call -> fail(call, status, code);
    }

    void answerOnce(int status, String code) {
        once.add(call -> fail(call, status, code));
    }

    void content(String text) {
        always = call -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            boolean head = call.getRequestMethod().equals("HEAD");
            call.getResponseHeaders().set("ETag", "\"e\"");
            call.getResponseHeaders().set("Last-Modified", "Mon, 01 Jan 2024 00:00:00 GMT");
            call.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
            call.sendResponseHeaders(200, head ? -1 : bytes.length);
            if (!head) {
                call.getResponseBody().write(bytes);
            }
        };
    }

    /** Announces four bytes and sends two. */
    void breakOffOnce() {
        once.add(call -> {
            call.sendResponseHeaders(200, 4);
            call.getResponseBody().write(new byte[2]);
            call.getResponseBody().flush();
        });
    }

    void keepSilent() {
        always = call -> awaitClosing();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange call) throws IOException {
        calls.incrementAndGet();
        try (call) {
            call.getRequestBody().readAllBytes();
            Answer next;
            synchronized (once) {
                next = once.isEmpty() ? always : once.poll();
            }
            next.to(call);
        }
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fail(HttpExchange call, int status, String code) throws IOException {
        byte[] body =
                ("<Error><Code>" + code + "</Code><Message>told to</Message></Error>").getBytes(StandardCharsets.UTF_8);
        boolean head = call.getRequestMethod().equals("HEAD");
        call.getResponseHeaders().set("Content-Type", "application/xml");
        call.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            call.getResponseBody().write(body);
        }
    }
}
