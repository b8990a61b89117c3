package org.mediaenricher.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser as far as forms and cookies go: keeps cookies, also secure ones on this machine as real browsers do, fills in
 * forms as the page has them, and follows no redirect by itself.
 */
public final class Browser {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private static final Pattern INPUT = Pattern.compile("<(?:input|textarea)\\b[^>]*>");

    private final URI server;
    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Browser(URI server) {
        this.server = server;
    }

    /** Without any cookie. */
    public static Browser on(ServerNode node) {
        return new Browser(node.address());
    }

    /** Sends a header with each request from now on. */
    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** What a cookie holds, empty without it. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Sets a cookie by hand. */
    public Browser cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** Signed in as somebody of a tenant who has that role. */
    public static Browser signedIn(Tenant tenant, String role) {
        Browser browser = on(Testbed.node());
        Page door = browser.open("/console/sign-in.xhtml");
        String token = tenant.token(role).claim("sub", role).sign();
        browser.submit(door, "token", Map.of("text", token), "enter");
        return browser;
    }

    /** Opens a page. */
    public Page open(String path) {
        return send(path, HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    /** Sends a form as a page had it, with some fields filled in, by pressing the button of the given name. */
    public Page submit(Page page, String form, Map<String, String> filledIn, String button) {
        Map<String, String> fields = page.fields(form);
        filledIn.forEach((name, value) -> fields.put(form + ":" + name, value));
        fields.put(form + ":" + button, "x");
        return post(page.path(), fields);
    }

    /** The same, with some rows of its list chosen. */
    public Page submit(Page page, String form, List<?> chosen, Map<String, String> filledIn, String button) {
        Map<String, String> fields = page.fields(form);
        filledIn.forEach((name, value) -> fields.put(form + ":" + name, value));
        fields.put(form + ":" + button, "x");
        String boxes = chosen.stream().map(id -> "&chosen=" + id).collect(Collectors.joining());
        return postEncoded(page.path(), encoded(fields) + boxes);
    }

    /** Sends any fields. */
    public Page post(String path, Map<String, String> fields) {
        return postEncoded(path, encoded(fields));
    }

    private Page postEncoded(String path, String body) {
        return send(
                path,
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Page send(String path, HttpRequest.Builder request) {
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie", cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(path, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Expires=Thu, 01-Jan-1970")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What was answered.
     *
     * @param path what was asked for
     */
    public record Page(String path, HttpResponse<String> answer) {
        /** Its status. */
        public int status() {
            return answer.statusCode();
        }

        /** Its text. */
        public String text() {
            return answer.body();
        }

        /** Where it leads, without the server's address. */
        public String leadsTo() {
            URI place = URI.create(answer.headers().firstValue("Location").orElse(""));
            return place.getRawQuery() == null ? place.getRawPath() : place.getRawPath() + "?" + place.getRawQuery();
        }

        /** All {@code Set-Cookie}. */
        public List<String> cookies() {
            return answer.headers().allValues("Set-Cookie");
        }

        /** A form's fields but for its buttons, as the server filled them in. */
        Map<String, String> fields(String form) {
            Matcher whole =
                    Pattern.compile("(?s)<form id=\"" + form + "\".*?</form>").matcher(text());
            if (!whole.find()) {
                throw new IllegalStateException("no form " + form + " in:\n" + text());
            }
            Map<String, String> fields = new LinkedHashMap<>();
            INPUT.matcher(whole.group())
                    .results()
                    .map(found -> found.group())
                    .filter(tag -> !tag.contains("type=\"submit\"") && !tag.contains("type=\"checkbox\""))
                    .forEach(tag -> fields.put(attribute(tag, "name"), attribute(tag, "value")));
            return fields;
        }

        private static String attribute(String tag, String name) {
            Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
            return found.find() ? found.group(1).replace("&amp;", "&") : "";
        }
    }
}
