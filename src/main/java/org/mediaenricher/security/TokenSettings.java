package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.problems.StartCheck;

/**
 * What tokens must say, and where they say it: {@code mediaenricher.security.issuer}, one or several parted by commas, and
 * {@code .audience}, both checked when set; {@code .role-claim}, {@code .user-role-claim} and {@code .tenant-claim}, each one or more {@link ClaimPath}s
 * parted by commas, of which the first that is there counts; {@code .default-role}, the role of a token that names none.
 */
@ApplicationScoped
public class TokenSettings implements StartCheck {
    private static final String PREFIX = "mediaenricher.security.";

    private Settings settings;
    private Set<String> issuers = Set.of();
    private String audience = "";
    private List<ClaimPath> role = List.of();
    private List<ClaimPath> userRole = List.of();
    private List<ClaimPath> tenant = List.of();
    private Role defaultRole = Role.ANON;

    /** For the container's proxy only. */
    TokenSettings() {}

    /**
     * @throws org.mediaenricher.problems.BadSetting when a claim is named that users write themselves
     */
    @Inject
    public TokenSettings(Config config) {
        settings = new Settings(config, PREFIX);
        issuers = Arrays.stream(settings.text("issuer", "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        audience = settings.text("audience", "");
        role = paths("role-claim", "role");
        userRole = paths("user-role-claim", "app_metadata.user_role");
        tenant = paths("tenant-claim", "app_metadata.tenant_id,tenant_id");
        defaultRole = Role.of(settings.oneOf(
                        "default-role", List.of(Role.ANON.word(), Role.AUTHENTICATED.word()), Role.ANON.word()))
                .orElseThrow();
    }

    /** Reading them was the check. */
    @Override
    public void check() {}

    /** Whether tokens of an issuer are taken; when none is set, those of any, and those that name none. */
    boolean takes(String issuer) {
        return issuers.isEmpty() || issuer != null && issuers.contains(issuer);
    }

    /** Which {@code aud} is demanded, empty for any. */
    Optional<String> audience() {
        return Optional.of(audience).filter(text -> !text.isEmpty());
    }

    List<ClaimPath> role() {
        return role;
    }

    List<ClaimPath> userRole() {
        return userRole;
    }

    List<ClaimPath> tenant() {
        return tenant;
    }

    Role defaultRole() {
        return defaultRole;
    }

    private List<ClaimPath> paths(String name, String byDefault) {
        List<ClaimPath> paths = Arrays.stream(settings.text(name, byDefault).split(","))
                .map(String::strip)
                .map(ClaimPath::new)
                .toList();
        if (paths.stream()
                .anyMatch(path -> path.first().isEmpty() || path.first().equals("user_metadata"))) {
            throw settings.bad(name, "must name claims the issuer alone can write; user_metadata is the user's own");
        }
        return paths;
    }
}
