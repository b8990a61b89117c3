package org.mediaenricher.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.mediaenricher.problems.Secret;
import org.mediaenricher.problems.Settings;
import org.mediaenricher.problems.StartCheck;

/**
 * How people sign in to the console: {@code mediaenricher.security.session-life}, after which they must sign in again;
 * {@code .session-idle}, after which they must when they did nothing; {@code .first-admin-password}, with which the
 * very first operator is made, or else one is made up and printed once.
 */
@ApplicationScoped
public class SessionSettings implements StartCheck {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration IDLE = Duration.ofHours(2);

    private Duration life = LIFE;
    private Duration idle = IDLE;
    private Optional<Secret> firstAdminPassword = Optional.empty();

    /** For the container's proxy only. */
    SessionSettings() {}

    /**
     * @throws org.mediaenricher.problems.BadSetting when a span is out of bounds, or the password too short
     */
    @Inject
    public SessionSettings(Config config) {
        Settings settings = new Settings(config, "mediaenricher.security.");
        life = settings.duration("session-life", LIFE, Duration.ofMinutes(1), Duration.ofDays(7));
        idle = settings.duration("session-idle", IDLE, Duration.ofMinutes(1), Duration.ofDays(7));
        String password = settings.text("first-admin-password", "");
        if (!password.isEmpty() && password.length() < Passwords.SHORTEST) {
            throw settings.bad("first-admin-password", "must have at least " + Passwords.SHORTEST + " characters");
        }
        firstAdminPassword =
                Optional.of(password).filter(text -> !text.isEmpty()).map(Secret::new);
    }

    /** Reading them was the check. */
    @Override
    public void check() {}

    /** After which one must sign in again. */
    public Duration life() {
        return life;
    }

    /** After which one must sign in again who did nothing. */
    public Duration idle() {
        return idle;
    }

    Optional<Secret> firstAdminPassword() {
        return firstAdminPassword;
    }
}
