package org.mediaenricher.security.keys;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A set an issuer publishes. Never follows a redirect, for it could lead anywhere; gives up after five seconds, however
 * slowly bytes come, and at half a mebibyte.
 */
final class JwksUrl implements KeySource {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String setting;
    private final URI address;
    private final Set<String> allowed;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    JwksUrl(String setting, URI address, Set<String> allowed) {
        this.setting = setting;
        this.address = address;
        this.allowed = allowed;
    }

    @Override
    public String setting() {
        return setting;
    }

    @Override
    public List<VerificationKey> read() throws UnusableKeys {
        HttpResponse<byte[]> answer = answer();
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw UnusableKeys.away("answers with status " + answer.statusCode());
        }
        if (answer.statusCode() != 200) {
            throw UnusableKeys.wrong("answers with status " + answer.statusCode() + ", not with a JSON Web Key Set");
        }
        return Jwks.parse(answer.body(), allowed);
    }

    private HttpResponse<byte[]> answer() throws UnusableKeys {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request, head -> new BoundedBody(SmallFile.LARGEST));
        try {
            return coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof BoundedBody.TooLarge
                    ? UnusableKeys.wrong("answers with more than 512 KiB")
                    : UnusableKeys.away("cannot be reached");
        } catch (TimeoutException tooSlow) {
            throw UnusableKeys.away("gives no answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw UnusableKeys.away("was asked while the server was stopping");
        } finally {
            coming.cancel(true);
        }
    }
}
