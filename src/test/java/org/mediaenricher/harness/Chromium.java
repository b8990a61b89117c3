package org.mediaenricher.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium, as installed on this machine; the system property {@code browser.path} names another. Where there is
 * none, tests that need it say so and are skipped, unless {@code browser.required} is set.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final String CONTRAST = "color-contrast";

    private final Playwright playwright;
    private final Browser browser;
    private final URI server;
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    private Chromium(Path executable, URI server) {
        this.server = server;
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    /** Starts one that looks at a server. */
    public static Chromium on(ServerNode node) {
        Optional<Path> executable = installed();
        if (executable.isEmpty() && Boolean.getBoolean("browser.required")) {
            throw new IllegalStateException("A Chromium is required, and none is installed.");
        }
        Assumptions.assumeTrue(
                executable.isPresent(), "no Chromium is installed (Debian: chromium); its tests are skipped");
        return new Chromium(executable.orElseThrow(), node.address());
    }

    /** Somebody with that role in the tenant, at the first page. */
    public Page signedIn(Tenant tenant, String userRole) {
        Page page = open();
        page.navigate("/console/sign-in.xhtml");
        page.getByText("With a token instead").click();
        page.getByLabel("Token of your identity provider")
                .fill(tenant.token(userRole).sign());
        page.locator("#token").getByRole(AriaRole.BUTTON).click();
        page.waitForURL("**/console/index.xhtml");
        return page;
    }

    /** Nobody yet, with nothing open. */
    public Page open() {
        BrowserContext context = browser.newContext(new NewContextOptions().setBaseURL(server.toString()));
        Page page = context.newPage();
        page.onPageError(error -> wrong.add("error in a script: " + error));
        page.onConsoleMessage(message -> {
            // A page that is refused on purpose is told of, too.
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                wrong.add("in the console: " + message.text());
            }
        });
        page.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (!"data".equals(asked.getScheme()) && !server.getAuthority().equals(asked.getAuthority())) {
                wrong.add("a request to another host: " + asked);
            }
        });
        return page;
    }

    /** What axe finds wrong with the page that is shown, a line each. */
    public static List<String> violations(Page page) {
        return violations(new AxeBuilder(page));
    }

    /** The same, but only what is wrong with its colours. */
    public static List<String> violationsOfColor(Page page) {
        return violations(new AxeBuilder(page).withRules(List.of(CONTRAST)));
    }

    /** The same, but for its colours. */
    public static List<String> violationsOfForm(Page page) {
        return violations(new AxeBuilder(page).disableRules(List.of(CONTRAST)));
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + rule.getHelp() + "\n  " + node.getHtml()))
                .toList();
    }

    /** No error in a script or a console, and no request to another host since the last time this was asked. */
    public void assertNothingWentWrong() {
        List<String> found = List.copyOf(wrong);
        wrong.clear();
        assertThat(found).isEmpty();
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getProperty("browser.path")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
