package org.mediaenricher.security.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.BadSetting;
import org.mediaenricher.problems.StartCheck;

/**
 * The keys that are good now. Asking costs nothing and waits for nobody; {@link #refresh} reads what may have changed,
 * and whoever rings it decides on which thread that is.
 */
@ApplicationScoped
public class KeyRing implements StartCheck {
    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private List<HeldKeys> sources = List.of();
    private KeySettings settings;
    private Clock clock;
    private volatile KeySet good = new KeySet(List.of());
    private volatile boolean wanted;
    private Instant nextRead = Instant.MIN;

    /** For the container's proxy only. */
    KeyRing() {}

    /**
     * @throws BadSetting when keys are given that cannot be used; an issuer that is away is waited for
     */
    @Inject
    public KeyRing(KeySettings settings) {
        this(settings, Clock.systemUTC());
    }

    KeyRing(KeySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        sources = settings.sources().stream()
                .map(source -> HeldKeys.atStart(source, clock.instant()))
                .toList();
        good = together();
        good.secretThatIsPublic().ifPresent(secret -> {
            throw new BadSetting(
                    settingOf(secret), "is a secret that is also a public key; anybody could sign with it");
        });
        nextRead = clock.instant().plus(settings.refresh());
    }

    /** Reading them was the check. */
    @Override
    public void check() {}

    /**
     * The keys that may have signed a token; with a {@code kid} nobody knows the issuer is asked again soon.
     *
     * @param kid the token's, which is not trusted
     */
    public List<VerificationKey> candidates(String algorithm, Optional<String> kid) {
        List<VerificationKey> found = good.candidates(algorithm, kid);
        if (found.isEmpty() && kid.isPresent()) {
            wanted = true;
        }
        return found;
    }

    /** Whether the key with this fingerprint is good still. */
    public boolean contains(String fingerprint) {
        return good.contains(fingerprint);
    }

    /** Whether there is any key at all; without, no token can be good. */
    public boolean isReady() {
        return !good.keys().isEmpty();
    }

    /** Reads keys again when it is time, or when a token named one that is not known. To be rung every few seconds. */
    public synchronized void refresh() {
        if (wanted || !clock.instant().isBefore(nextRead)) {
            wanted = false;
            nextRead = clock.instant().plus(settings.refresh());
            sources.forEach(held -> held.readAgain(clock.instant(), settings.outage()));
            take(together());
        }
    }

    private void take(KeySet fresh) {
        Optional<VerificationKey> secret = fresh.secretThatIsPublic();
        if (secret.isPresent()) {
            LOG.errorf("%s is a secret that is also a public key; the keys stay as they were", secret.get());
            return;
        }
        if (!fresh.keys().equals(good.keys())) {
            LOG.infof("Tokens are verified with %s", fresh.keys());
            good = fresh;
        }
    }

    private KeySet together() {
        return new KeySet(sources.stream()
                .flatMap(held -> held.keys().stream())
                .distinct()
                .toList());
    }

    private String settingOf(VerificationKey key) {
        return sources.stream()
                .filter(held -> held.keys().contains(key))
                .map(HeldKeys::setting)
                .findFirst()
                .orElseThrow();
    }
}
